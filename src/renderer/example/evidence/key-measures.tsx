import { keyMeasures } from '../logic/key-measures.ts'
import type { Detail } from '../types.ts'

/** Four figures at the foot of the evidence, always in the same place. */
export function KeyMeasures({ detail }: { detail: Detail }) {
  return (
    <dl className="key-measures">
      {keyMeasures(detail.row, detail).map(({ label, value, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={`tone-${tone}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
