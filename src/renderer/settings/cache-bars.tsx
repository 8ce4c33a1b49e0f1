import type { Answers } from '../api/api.ts'
import { formatBytes, formatCounted } from '../widgets/index.ts'

/** What of the budget is used, by what: one bar, and the same in words. */
export function CacheBars({ info }: { info: Answers['cache']['info'] }) {
  const { budgetBytes, ranges, bodies } = info
  const parts = [
    { key: 'ranges', name: 'Pieces of files', bytes: ranges.bytes, note: formatCounted(ranges.files, 'file') },
    { key: 'rows', name: 'Rows', bytes: bodies.bytes, note: `${formatCounted(bodies.rows, 'row')}, can be fetched again` },
    { key: 'kept', name: 'Kept rows', bytes: bodies.keptBytes, note: `${formatCounted(bodies.keptRows, 'row')}, decided or exported` },
  ]
  const used = parts.reduce((sum, part) => sum + part.bytes, 0)
  const whole = Math.max(budgetBytes, used, 1)
  return (
    <div className="cache">
      <p className="cache-used">
        <b>{formatBytes(used)}</b> <span className="muted">of {formatBytes(budgetBytes)} used</span>
      </p>
      <div className="cache-bar" aria-hidden>
        {parts.map((part) => (
          <i key={part.key} className={`cache-${part.key}`} style={{ width: `${(part.bytes / whole) * 100}%` }} />
        ))}
      </div>
      <dl className="cache-parts">
        {parts.map((part) => (
          <div key={part.key}>
            <dt>
              <i className={`cache-${part.key}`} aria-hidden /> {part.name}
            </dt>
            <dd className="number">{formatBytes(part.bytes)}</dd>
            <dd className="muted">{part.note}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
