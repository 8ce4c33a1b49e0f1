import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { Button, ErrorState, Segmented, Skeleton } from '../widgets/index.ts'
import { countBy, useCounting } from './counting-store.ts'
import { SavedField } from './saved-field.tsx'
import { TokensState } from './tokens-state.tsx'

/** The encodings that come with Winnow, and a file of one's own. */
const OWN = [
  { value: 'o200k_base', label: 'o200k_base' },
  { value: 'cl100k_base', label: 'cl100k_base' },
  { value: 'file', label: 'tokenizer.json' },
] as const

type Choice = (typeof OWN)[number]['value']

/** Which tokenizer counts `model_tokens` in this workspace. */
export function TokensSection() {
  const api = useApi()
  const client = useQueryClient()
  const { openDialog } = useCapabilities()
  const { counting } = useCounting()
  const [wantsFile, setWantsFile] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const tokenizer = useQuery({ queryKey: ['measure', 'tokenizer'], queryFn: () => api.measure.tokenizer(), staleTime: 0 })

  const use = async (name: string) => {
    try {
      await countBy(api, name)
    } finally {
      await client.invalidateQueries({ queryKey: ['measure'] })
    }
  }
  const choose = (name: string) => {
    setError(null)
    void use(name).catch(setError)
  }
  if (tokenizer.isError) return <ErrorState error={tokenizer.error} onRetry={() => void tokenizer.refetch()} isCompact />
  if (!tokenizer.data) return <Skeleton lines={2} height={16} label="Looking at the tokenizer" />

  const info = tokenizer.data
  const own = OWN.find(({ value }) => info.kind === 'tiktoken' && value === info.name)?.value ?? 'file'
  const pick = (value: Choice) => {
    setWantsFile(value === 'file')
    if (value !== 'file' && value !== own) choose(value)
  }
  const browse = async () => {
    const path = await openDialog?.('file')
    if (path) choose(path)
  }
  return (
    <>
      <div className="settings-line">
        <span className="field-label">Model tokens of this workspace are counted by</span>
        <Segmented label="Model tokens of this workspace are counted by" value={wantsFile ? 'file' : own} segments={OWN} onChange={pick} />
      </div>
      {(wantsFile || own === 'file') && (
        <div className="tokens-file">
          <SavedField
            label="Path of a tokenizer.json"
            placeholder="/models/Qwen3-8B/tokenizer.json"
            hint={info.kind === 'file' ? `${info.name} is in use; a copy is kept in the workspace.` : 'A copy is kept in the workspace.'}
            value=""
            onSave={use}
          />
          {openDialog && <Button onClick={() => void browse()}>Browse</Button>}
        </div>
      )}
      <TokensState info={info} counting={counting} onCount={() => choose(info.encoding)} />
      {error !== null && <ErrorState error={error} isCompact />}
    </>
  )
}
