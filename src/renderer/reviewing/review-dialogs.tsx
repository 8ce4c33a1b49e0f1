import { NewQueueDialog } from './making/new-queue-dialog.tsx'
import { MergeDialog } from './packs/merge-dialog.tsx'
import { OpenPackDialog } from './packs/open-pack-dialog.tsx'
import { WritePackDialog } from './packs/write-pack-dialog.tsx'
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
    case 'write-pack':
      return <WritePackDialog queue={dialog.queue} />
    case 'open-pack':
      return <OpenPackDialog />
    case 'merge':
      return <MergeDialog />
    default:
      return null
  }
}
