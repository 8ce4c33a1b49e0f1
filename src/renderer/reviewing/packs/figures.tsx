import { formatCount } from '../../widgets/index.ts'

/** Numbers with what they count; those that are null are left out. */
export function Figures({ label, figures }: { label: string; figures: readonly (readonly [string, number | null])[] }) {
  return (
    <dl className="pack-figures" aria-label={label}>
      {figures.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{formatCount(value)}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
