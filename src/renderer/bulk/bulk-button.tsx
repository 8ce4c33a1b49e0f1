import { ListChecks } from 'lucide-react'
import { Button } from '../widgets/index.ts'
import { askToDecideAll } from './bulk-question.ts'

/** Decides about every example of the selection. */
export function BulkButton({ isDisabled }: { isDisabled: boolean }) {
  return (
    <Button
      keys="Shift+D"
      icon={<ListChecks size={14} aria-hidden />}
      aria-label="Decide about all of them"
      title="Decide about all of them"
      disabled={isDisabled}
      onClick={askToDecideAll}
    >
      <span className="narrow-hidden">Decide about all</span>
    </Button>
  )
}
