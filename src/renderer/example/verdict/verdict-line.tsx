import { useFoundHere } from '../findings/use-findings.ts'
import { reasonLines } from '../logic/reason-lines.ts'
import { visibleText } from '../logic/split-text.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Row } from '../types.ts'
import { useIsHidden } from './blind.ts'
import { ReasonList } from './reason-list.tsx'
import { ReasonMark } from './reason-mark.tsx'
import { useReasonWay } from './use-reason-way.ts'

/** Reasons beside the verdict; all of them are a click away. */
const SHOWN = 2

/** What the recipe says, in outline, with its reasons and their numbers. Each leads to its evidence. */
export function VerdictLine({ row }: { row: Row }) {
  const { list } = useFoundHere()
  const onWay = useReasonWay()
  if (useIsHidden()) return <p className="verdict-line muted">Hidden until you decide</p>
  if (row.verdict === null) return <p className="verdict-line muted">No recipe has spoken yet</p>
  const lines = reasonLines(row.reasons, list)
  return (
    <p className="verdict-line">
      <span className={`verdict-word mark-${row.verdict}`}>
        <i aria-hidden>○</i> {row.verdict === 'drop' ? 'Recipe drops it' : 'Recipe keeps it'}
      </span>
      {lines.length === 0 && row.verdict === 'keep' && <span className="cut">nothing found against it</span>}
      {lines.slice(0, SHOWN).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons stand in the order of the recipe
        <button key={i} type="button" className="verdict-reason" title={visibleText(line.text)} onClick={() => onWay(line)}>
          <ReasonMark line={line} /> <MarkedText text={line.text} />
        </button>
      ))}
      {lines.length > 0 && <ReasonList lines={lines} onWay={onWay} />}
    </p>
  )
}
