import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { dismissWork, useWork } from '../state/work-store.ts'
import { Button, Dialog, formatCounted, toast } from '../widgets/index.ts'
import type { Source } from './source-state.ts'

/** Asks before a source leaves the workspace; null is closed. */
export function RemoveDialog({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const api = useApi()
  const adding = useWork((state) => (state.adding?.state === 'running' ? state.adding : null))
  const isBeingAdded = source !== null && adding?.first?.kind === 'opened' && adding.first.sourceId === source.id
  const remove = async () => {
    if (!source) return
    onClose()
    if (isBeingAdded) adding.cancel()
    else if (adding) toast({ text: `${source.uri} leaves as soon as the source being added is read` })
    try {
      const { removed } = await api.source.remove({ id: source.id })
      if (isBeingAdded) dismissWork('adding')
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
        `${isBeingAdded ? 'It is being read: that is stopped first. ' : ''}${formatCounted(source.examples, 'example')} leave the workspace. The files stay where they are, and decisions stay in the ledger: adding the source again brings them back.`
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
