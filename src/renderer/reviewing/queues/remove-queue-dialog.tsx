import { faultOf } from '../../state/fault-of.ts'
import { Button, Dialog, formatCount, toast } from '../../widgets/index.ts'
import { openReview } from '../review-view.ts'
import type { Queue } from '../types.ts'
import { useQueueEdits } from '../use-queue-edits.ts'

const close = () => openReview(null)

/** Asks before a queue is forgotten. */
export function RemoveQueueDialog({ queue }: { queue: Queue }) {
  const { remove } = useQueueEdits()
  const { name } = queue.definition
  const run = async () => {
    close()
    try {
      await remove(queue.id)
      toast({ text: `Removed the queue “${name}”` })
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
    }
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title="Remove this queue"
      description="Only the list and what was skipped in it are forgotten. Every decision stays in the ledger, and every example where it is."
      actions={
        <>
          <Button data-first-focus onClick={close}>
            Keep it
          </Button>
          <Button kind="drop" onClick={() => void run()}>
            Remove
          </Button>
        </>
      }
    >
      <span>
        {name} · {formatCount(queue.total - queue.gone - queue.left)} of {formatCount(queue.total)} done
      </span>
    </Dialog>
  )
}
