import { useSettings } from '../state/use-settings.ts'
import { useView } from '../state/view-store.ts'
import { Dialog } from '../widgets/index.ts'
import { BulkForm } from './bulk-form.tsx'
import { closeBulkQuestion, useBulkQuestion } from './bulk-question.ts'
import './bulk.css'

/** Asks what to say of every example the filters leave, and tells first what would come of it. */
export function BulkDialog() {
  const { isAsking } = useBulkQuestion()
  const selection = useView((view) => view.selection)
  const { isBlind } = useSettings().settings
  return (
    <Dialog
      isOpen={isAsking}
      onClose={closeBulkQuestion}
      title="Decide about all of them"
      description="About every example that the filters leave, those out of view too. One undo takes all of it back."
    >
      <BulkForm selection={selection} isBlind={isBlind} />
    </Dialog>
  )
}
