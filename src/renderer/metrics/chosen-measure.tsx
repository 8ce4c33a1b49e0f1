import type { Measure } from '../state/use-measures.ts'
import { MeasureSelect } from './measure-select.tsx'

/** The foot of a card that draws any measure: which one, and what it says of itself. */
export function ChosenMeasure({ label, measure, measures, onChange }: ChosenMeasureProps) {
  return (
    <div className="panel-foot">
      <MeasureSelect label={label} measures={measures} value={measure.id} onChange={onChange} />
      <span className="panel-note cut" title={measure.help}>
        {measure.help}
      </span>
    </div>
  )
}

/** See {@link ChosenMeasure}. */
interface ChosenMeasureProps {
  label: string
  measure: Measure
  measures: readonly Measure[]
  onChange: (id: string) => void
}
