import { useWorkspace } from '../../state/use-workspace.ts'
import { formatCounted, RadioLine } from '../../widgets/index.ts'
import type { QueueDraft } from '../logic/queue-draft.ts'

/** What the queue draws from: what Browse shows, in words, or everything. */
export function DrawFrom({ draft, shown, onChange }: DrawFromProps) {
  const all = useWorkspace().data?.counts.indexed ?? null
  const counted = (count: number | null) => (count === null ? '' : formatCounted(count, 'example'))
  return (
    <fieldset className="review-choices">
      <legend>Draws from</legend>
      <div className="review-choices-lines review-choices-two">
        <RadioLine
          name="from"
          isOn={draft.from === 'selection'}
          onChoose={() => onChange({ from: 'selection' })}
          title={`What Browse shows: ${counted(shown.count)}`}
          help={<span className="new-queue-words">{shown.words || 'No filter is on'}</span>}
        />
        <RadioLine
          name="from"
          isOn={draft.from === 'everything'}
          onChoose={() => onChange({ from: 'everything' })}
          title={`Everything: ${counted(all)}`}
          help="Whatever the filters in Browse say"
        />
      </div>
    </fieldset>
  )
}

/** See {@link DrawFrom}. */
export interface DrawFromProps {
  draft: QueueDraft
  shown: { count: number | null; words: string }
  onChange: (part: Partial<QueueDraft>) => void
}
