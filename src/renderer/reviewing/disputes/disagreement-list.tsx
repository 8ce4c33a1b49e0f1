import { useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { navigate } from '../../app/route.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useSettings } from '../../state/use-settings.ts'
import { EmptyState, ErrorState, Skeleton } from '../../widgets/index.ts'
import { isHidden } from '../logic/dispute-words.ts'
import type { Dispute } from '../types.ts'
import { DisagreementLine } from './disagreement-line.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { useDisputeCount, useDisputes } from './use-disputes.ts'

/** Height of a line of two short opinions and the recipe's; others are measured. */
const LINE = 111
const GROUP = 'Disagreements'

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
  const [cursor, setCursor] = useState(0)
  const [isInside, setInside] = useState(false)
  const [settling, setSettling] = useState<Settling | null>(null)
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => LINE, overscan: 3 })
  const items = virtual.getVirtualItems()
  const disputeAt = useDisputes(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, total)
  const at = Math.min(cursor, total - 1)
  const isWanted = useRef(false)

  const open = (dispute: Dispute) => navigate({ screen: 'example', id: dispute.exampleId, message: null })
  const settle = (decision: 'accept' | 'reject', dispute = disputeAt(at)) => {
    if (dispute?.row && !isHidden(dispute, reviewer, isBlind)) setSettling({ dispute, decision })
  }
  const move = (by: number) => {
    const next = Math.max(0, Math.min(total - 1, at + by))
    isWanted.current = true
    setCursor(next)
    virtual.scrollToIndex(next)
  }
  useEffect(() => {
    const line = isWanted.current ? scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`) : null
    if (!line) return
    isWanted.current = false
    line.focus({ preventScroll: true })
  })
  const onCursor = (run: (dispute: Dispute) => void) => () => {
    const dispute = disputeAt(at)
    if (dispute) run(dispute)
  }
  useKeys(
    isInside
      ? [
          { key: 'a', name: 'Accept', group: 'Decide', run: () => settle('accept') },
          { key: 'x', name: 'Reject', group: 'Decide', run: () => settle('reject') },
          { key: 'Enter', name: 'Open the example', group: GROUP, run: onCursor(open) },
          { key: 'ArrowDown', name: 'Next disagreement', group: GROUP, repeats: true, run: () => move(1) },
          { key: 'ArrowUp', name: 'Previous disagreement', group: GROUP, repeats: true, run: () => move(-1) },
        ]
      : [],
  )
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setInside(false)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears whether the focus is in the list */}
      <div ref={scroller} className="disputes" onFocus={() => setInside(true)} onBlur={leave}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label="Disagreements">
          {items.map((item) => (
            <DisagreementLine
              key={item.index}
              ref={virtual.measureElement}
              index={item.index}
              top={item.start}
              total={total}
              dispute={disputeAt(item.index)}
              isOn={item.index === at}
              hasKeys={isInside && item.index === at}
              isHidden={isHidden(disputeAt(item.index) ?? NOBODY, reviewer, isBlind)}
              onCursor={() => setCursor(item.index)}
              onSettle={settle}
              onOpen={open}
            />
          ))}
        </ul>
      </div>
      {settling && <SettleDialog {...settling} left={total - 1} onClose={() => setSettling(null)} />}
    </>
  )
}

const NOBODY = { opinions: [] }
