import { NewQueueDialog } from './making/new-queue-dialog.tsx'
import { RemoveQueueDialog } from './queues/remove-queue-dialog.tsx'
import { RenameDialog } from './queues/rename-dialog.tsx'
import { useReviewView } from './review-view.ts'

/** The one dialog of the screen that is open. */
export function ReviewDialogs() {
  const dialog = useReviewView((view) => view.dialog)
  switch (dialog?.kind) {
    case 'new-queue':
      return <NewQueueDialog fill={dialog.fill} />
    case 'rename':
      return <RenameDialog queue={dialog.queue} />
    case 'remove':
      return <RemoveQueueDialog queue={dialog.queue} />
    default:
      return null
  }
}
