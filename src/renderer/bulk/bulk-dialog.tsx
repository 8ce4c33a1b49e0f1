import { useSettings } from '../state/use-settings.ts'
import { useView } from '../state/view-store.ts'
import { Dialog, ErrorState, Skeleton } from '../widgets/index.ts'
import { BulkForm } from './bulk-form.tsx'
import { closeBulkQuestion, useBulkQuestion } from './bulk-question.ts'
import { useBulkPreview } from './use-bulk.ts'
import './bulk.css'

/** Asks what to say of every example the filters leave, and tells first what would come of it. */
export function BulkDialog() {
  const { isAsking } = useBulkQuestion()
  return (
    <Dialog
      isOpen={isAsking}
      onClose={closeBulkQuestion}
      title="Decide about all of them"
      description="About every example that the filters leave, those out of view too. One undo takes all of it back."
    >
      <Body />
    </Dialog>
  )
}

function Body() {
  const selection = useView((view) => view.selection)
  const { isBlind } = useSettings().settings
  const first = useBulkPreview(selection, 'reject')
  if (first.isError && !first.data) return <ErrorState error={first.error} onRetry={() => void first.refetch()} isCompact />
  if (!first.data) return <Skeleton lines={5} height={16} label="Counting" />
  return <BulkForm selection={selection} isBlind={isBlind} />
}
