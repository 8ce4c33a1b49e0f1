import { useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../../api/api.ts'
import { useApi } from '../../api/use-api.ts'
import { faultOf } from '../../state/fault-of.ts'
import { useDecide } from '../../state/use-decide.ts'
import { toast } from '../../widgets/index.ts'
import { detailQuery } from '../queries.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import type { Detail } from '../types.ts'

/** A place in an example's text, and what stands there instead. */
type Redaction = Detail['edits']['redactions'][number]

/** One change of how the example is trained on. */
export type StepEdit =
  | { kind: 'mask' | 'unmask'; messages: number[] }
  | { kind: 'cut'; after: number }
  | { kind: 'uncut' }
  | { kind: 'redact' | 'unredact'; redaction: Redaction }

/** Changes how the open example is trained on. The page shows it at once; a failure is told and taken back. Gives whether it was done. */
export function useEditSteps(): (edits: StepEdit[], told: string) => Promise<boolean> {
  const api = useApi()
  const client = useQueryClient()
  const { undo } = useDecide()
  const { id } = useTrace()
  const { queryKey } = detailQuery(api, id)
  const show = (change: (detail: Detail) => Detail) => client.setQueryData<Detail>(queryKey, (detail) => detail && change(detail))
  const refresh = () => {
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: ['step', 'proposals', { id }] })
    void client.invalidateQueries({ queryKey: ['review', 'history', { id }] })
  }
  const takeBack = () => void undo().then(refresh)
  return async (edits, told) => {
    const contentHash = client.getQueryData<Detail>(queryKey)?.row.contentHash
    await client.cancelQueries({ queryKey })
    show((detail) => ({ ...detail, edits: expected(detail, edits) }))
    try {
      const done: Answers['step']['edit'] = await api.step.edit({ id, edits, ...(contentHash === undefined ? {} : { contentHash }) })
      show((detail) => ({ ...detail, edits: done.edits, row: done.row }))
      toast(
        done.seqs.length === 0
          ? { text: 'That was so already' }
          : { text: told, tone: 'human', action: { label: 'Undo', keys: 'u', run: takeBack } },
      )
      return true
    } catch (error) {
      tell(error)
      return false
    } finally {
      refresh()
    }
  }
}

function tell(error: unknown): void {
  const { message, remedy } = faultOf(error)
  toast({ text: remedy ? `${message} ${remedy}` : message, tone: 'drop' })
}

/** What the host will answer, as far as the page can tell: a redaction waits for it. */
function expected({ edits, row }: Detail, changes: readonly StepEdit[]): Detail['edits'] {
  const masked = new Set(edits.masked)
  let { cutAfter } = edits
  for (const change of changes) {
    if (change.kind === 'mask') for (const index of change.messages) masked.add(index)
    if (change.kind === 'unmask') for (const index of change.messages) masked.delete(index)
    if (change.kind === 'uncut') cutAfter = null
  }
  return { ...edits, masked: [...masked].sort((a, b) => a - b), cutAfter, contentHash: edits.contentHash ?? row.contentHash }
}
