import { openLayer } from '../state/layer-store.ts'
import type { Measure } from '../state/use-measures.ts'
import { Button } from '../widgets/index.ts'

/** What a token count is, where its name does not tell all of it: an estimate, an encoding, or one the person may choose. */
export function TokenNote({ measure: { id, encoding } }: { measure: Measure }) {
  if (id === 'template_tokens_estimate') return <span className="panel-note cut">an estimate for a chat template</span>
  if (encoding === undefined) return null
  if (id !== 'model_tokens') return <span className="panel-note mono cut">{encoding}</span>
  return (
    <Button kind="ghost" className="link-button" title="Choose the tokenizer in the settings" onClick={() => openLayer('settings-tokens')}>
      <span className="mono cut">{encoding}</span>
    </Button>
  )
}
