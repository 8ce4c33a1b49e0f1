import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { navigate } from '../../app/route.ts'
import { useSettings } from '../../state/use-settings.ts'
import { EmptyState, ErrorState, Skeleton } from '../../widgets/index.ts'
import { isHidden } from '../logic/dispute-words.ts'
import type { Dispute } from '../types.ts'
import { DisagreementLine } from './disagreement-line.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { useDisputeCursor } from './use-dispute-cursor.ts'
import { useDisputeCount, useDisputes } from './use-disputes.ts'

/** Height of a line of two short opinions and the recipe's; others are measured. */
const LINE = 111

/** Examples whose reviewers differ, newest first: each is settled here or opened. */
export function DisagreementList() {
  const count = useDisputeCount()
  const total = count.data?.total ?? 0
  if (count.isError) return <ErrorState error={count.error} onRetry={() => void count.refetch()} isCompact />
  if (count.isPending)
    return (
      <div className="review-pad">
        <Skeleton lines={4} height={72} label="Loading disagreements" />
      </div>
    )
  if (total === 0)
    return (
      <EmptyState title="Nothing is in dispute">
        An example comes here when two people answer differently without knowing of one another: in a blind queue, or in a ledger that was
        merged.
      </EmptyState>
    )
  return <Lines total={total} />
}

interface Settling {
  dispute: Dispute
  decision: 'accept' | 'reject'
}

function Lines({ total }: { total: number }) {
  const { reviewer, isBlind } = useSettings().settings
  const scroller = useRef<HTMLDivElement>(null)
  const [settling, setSettling] = useState<Settling | null>(null)
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => LINE, overscan: 3 })
  const items = virtual.getVirtualItems()
  const disputeAt = useDisputes(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, total)
  const isHiddenAt = (index: number) => isHidden(disputeAt(index) ?? NOBODY, reviewer, isBlind)
  const settle = (decision: 'accept' | 'reject', index: number) => {
    const dispute = disputeAt(index)
    if (dispute?.row && !isHiddenAt(index)) setSettling({ dispute, decision })
  }
  const open = (index: number) => {
    const dispute = disputeAt(index)
    if (dispute?.row) navigate({ screen: 'example', id: dispute.exampleId, message: null })
  }
  const { at, isInside, setCursor, list } = useDisputeCursor({ total, scroller, virtual, onSettle: settle, onOpen: open })
  return (
    <>
      <div ref={scroller} className="disputes" {...list}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label="Disagreements">
          {items.map(({ index, start }) => (
            <DisagreementLine
              key={index}
              ref={virtual.measureElement}
              index={index}
              top={start}
              total={total}
              dispute={disputeAt(index)}
              isOn={index === at}
              hasKeys={isInside && index === at}
              isHidden={isHiddenAt(index)}
              onCursor={() => setCursor(index)}
              onSettle={(decision) => settle(decision, index)}
              onOpen={() => open(index)}
            />
          ))}
        </ul>
      </div>
      {settling && <SettleDialog {...settling} left={total - 1} onClose={() => setSettling(null)} />}
    </>
  )
}

const NOBODY = { opinions: [] }
