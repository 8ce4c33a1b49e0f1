import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { openLayer } from '../../state/layer-store.ts'
import { Button } from '../../widgets/index.ts'

/** Whose ids a target writes: the workspace's own tokenizer. */
export function TokenizerNote() {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['measure', 'tokenizer'], queryFn: () => api.measure.tokenizer() })
  if (!data) return null
  return (
    <div className="option">
      <span className="field-label">Token ids</span>
      <span className="option-line">
        <span className="mono">{data.name}</span>
        <Button onClick={() => openLayer('settings-tokens')}>Tokenizer settings</Button>
      </span>
      <span className="field-note">
        {data.kind === 'tiktoken'
          ? 'These ids are of an encoding that comes with Winnow: point to the tokenizer.json of the model to be trained.'
          : 'From the tokenizer.json of this workspace; it must be the one of the model to be trained.'}
      </span>
    </div>
  )
}
