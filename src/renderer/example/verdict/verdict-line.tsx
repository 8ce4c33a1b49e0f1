import { visibleText } from '../logic/split-text.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Row } from '../types.ts'

/** What the recipe says, in outline, with its reasons and their numbers. */
export function VerdictLine({ row }: { row: Row }) {
  const reasons = row.reasons.map((reason) => reason.text).join(' · ')
  if (row.verdict === null) return <p className="verdict-line muted">No recipe has spoken yet</p>
  return (
    <p className="verdict-line" title={visibleText(reasons)}>
      <span className={`verdict-word mark-${row.verdict}`}>
        <i aria-hidden>○</i> {row.verdict === 'drop' ? 'Recipe drops it' : 'Recipe keeps it'}
      </span>
      <span className="cut">
        {reasons !== '' ? <MarkedText text={reasons} /> : row.verdict === 'keep' ? 'nothing found against it' : ''}
      </span>
    </p>
  )
}
