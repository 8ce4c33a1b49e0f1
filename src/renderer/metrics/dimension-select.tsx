import type { Dimension } from './logic/choices.ts'
import { dimensionTitle } from './logic/dimension-title.ts'

/** What to group by, chosen in a card's header. */
export function DimensionSelect({ label, value, dimensions, onChange }: DimensionSelectProps) {
  const choose = (chosen: string) => {
    const dimension = dimensions.find((one) => one === chosen)
    if (dimension) onChange(dimension)
  }
  return (
    <select className="panel-select" aria-label={label} title={label} value={value} onChange={(event) => choose(event.target.value)}>
      {dimensions.map((dimension) => (
        <option key={dimension} value={dimension}>
          {dimensionTitle(dimension)}
        </option>
      ))}
    </select>
  )
}

/** See {@link DimensionSelect}. */
export interface DimensionSelectProps {
  label: string
  value: Dimension
  dimensions: readonly Dimension[]
  onChange: (dimension: Dimension) => void
}
