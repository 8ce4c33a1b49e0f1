import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { Button, Dialog, formatCounted, toast } from '../widgets/index.ts'
import type { Source } from './source-state.ts'

/** Asks before a source leaves the workspace; null is closed. */
export function RemoveDialog({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const api = useApi()
  const remove = async () => {
    if (!source) return
    onClose()
    try {
      const { removed } = await api.source.remove({ id: source.id })
      toast({ text: `Removed ${source.uri} and its ${formatCounted(removed, 'example')}` })
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
    }
  }
  return (
    <Dialog
      isOpen={source !== null}
      onClose={onClose}
      title="Remove this source"
      description={
        source &&
        `${formatCounted(source.examples, 'example')} leave the workspace. The files stay where they are, and decisions stay in the ledger: adding the source again brings them back.`
      }
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="drop" onClick={() => void remove()}>
            Remove
          </Button>
        </>
      }
    >
      <span className="mono">{source?.uri}</span>
    </Dialog>
  )
}
