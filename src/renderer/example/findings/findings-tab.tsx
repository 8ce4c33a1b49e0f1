import { EmptyState, ErrorState, formatCounted, Skeleton } from '../../widgets/index.ts'
import type { Row } from '../types.ts'
import { useIsHidden } from '../verdict/blind.ts'
import { FindingCard } from './finding-card.tsx'
import './findings.css'
import { HistoryAnswers } from './history-answers.tsx'
import { useFoundHere } from './use-findings.ts'
import { usePatchPlace } from './use-patch-place.ts'
import { useRuleTitles } from './use-rule-titles.ts'

/** Everything the checks found, each with its evidence together: the command, what it printed, the patch lines that came of it. */
export function FindingsTab({ row }: { row: Row }) {
  const { found, error, retry, list, pointed, show } = useFoundHere()
  const fileOf = usePatchPlace(row.id, list)
  if (useIsHidden()) return <EmptyState title="Hidden until you decide">What the checks found comes with the verdict.</EmptyState>
  if (error) return <ErrorState error={error} onRetry={retry} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="scroll findings" aria-label="All findings" tabIndex={0}>
      <HistoryAnswers row={row} />
      {!found && <Skeleton lines={6} height={18} label="Looking for evidence" />}
      {found && <Faults faults={found.faults} />}
      {found && list.length === 0 && found.faults.length === 0 && (
        <EmptyState title="Nothing found">No check has anything to say about this run.</EmptyState>
      )}
      <ol className="finding-cards">
        {list.map((finding, index) => (
          <FindingCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a finding is its place in the list
            key={index}
            finding={finding}
            place={index}
            count={list.length}
            pointed={pointed?.index === index ? pointed : null}
            fileOf={fileOf}
            onShow={(part) => show(index, part)}
          />
        ))}
      </ol>
      {found && found.leftOut > 0 && <p className="nothing">{formatCounted(found.leftOut, 'finding')} more are not listed</p>}
    </section>
  )
}

/** Checks that came to no end are no silence: rules that need them drop the example. */
function Faults({ faults }: { faults: readonly { check: string; text: string }[] }) {
  const { titleOf } = useRuleTitles()
  if (faults.length === 0) return null
  return (
    <ul className="finding-faults">
      {faults.map(({ check, text }) => (
        <li key={check}>
          <b>! {titleOf(check)} could not be asked.</b> {text}. Rules that need it drop the example.
        </li>
      ))}
    </ul>
  )
}
