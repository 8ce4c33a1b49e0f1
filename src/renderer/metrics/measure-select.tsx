import { byGroup } from '../state/measure-groups.ts'
import type { Measure } from '../state/use-measures.ts'
import { choiceWord } from './logic/measure-choice.ts'

/** A measure chosen in a card's header: the system's own list, ordered by what measures are about. */
export function MeasureSelect({ label, measures, value, onChange }: MeasureSelectProps) {
  return (
    <select className="panel-select" aria-label={label} title={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {byGroup(measures).map((group) => (
        <optgroup key={group.title} label={group.title}>
          {group.items.map((measure) => (
            <option key={measure.id} value={measure.id}>
              {choiceWord(measure)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** See {@link MeasureSelect}. */
export interface MeasureSelectProps {
  label: string
  measures: readonly Measure[]
  value: string
  onChange: (id: string) => void
}
