import { useVirtualizer } from '@tanstack/react-virtual'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useDecide } from '../../state/use-decide.ts'
import { useReport } from '../../state/use-report.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, EmptyState, ErrorState, IconButton, Skeleton } from '../../widgets/index.ts'
import { ledgerLines } from '../logic/ledger-lines.ts'
import { useNames } from '../use-names.ts'
import { ChainCheck } from './chain-check.tsx'
import { EntryLine, LINE_HEIGHT } from './entry-line.tsx'
import { useLedger } from './use-ledger.ts'

/** What the sheet is about: every example that somebody's decision stands for. */
const DECIDED = { facets: { decision: ['accept', 'reject'] } }

/** Who said what and when, newest first; whether all of it is as it was written; and one's own newest word taken back. */
export function LedgerPanel() {
  const { undo, redo } = useDecide()
  const report = useReport()
  return (
    <div className="ledger-panel">
      <div className="ledger-tools">
        <ChainCheck />
        <span className="grow" />
        <Button onClick={() => void report({ kind: 'decisions', selection: DECIDED })}>Save decision sheet</Button>
        <IconButton label="Undo the last decision" keys="Mod+Z" icon={<Undo2 size={14} aria-hidden />} onClick={() => void undo()} />
        <IconButton
          label="Redo the decision taken back"
          keys="Mod+Shift+Z"
          icon={<Redo2 size={14} aria-hidden />}
          onClick={() => void redo()}
        />
      </div>
      <Entries />
    </div>
  )
}

function Entries() {
  const ledger = useLedger()
  const lines = useMemo(() => ledgerLines(ledger.data?.pages.flat() ?? []), [ledger.data])
  const names = useNames(useMemo(() => (ledger.data?.pages ?? []).map((page) => page.map(({ exampleId }) => exampleId)), [ledger.data]))
  const { reviewer, isBlind } = useSettings().settings
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = ledger
  useEffect(() => {
    if (last >= lines.length - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [last, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  if (ledger.isError) return <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} isCompact />
  if (ledger.isPending)
    return (
      <div className="review-pad">
        <Skeleton lines={10} height={14} label="Loading the ledger" />
      </div>
    )
  if (lines.length === 0)
    return <EmptyState title="Nobody has decided anything yet">Every decision, note, tag and edit will stand here, for good.</EmptyState>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} className="ledger-scroll" aria-label="Ledger, newest first" tabIndex={0}>
      <ol style={{ height: virtual.getTotalSize() }} aria-busy={isFetchingNextPage || undefined}>
        {items.map((item) => {
          const line = lines[item.index]
          return (
            line && (
              <EntryLine
                key={line.entry.seq}
                line={line}
                name={names.get(line.entry.exampleId) ?? line.entry.exampleId}
                top={item.start}
                index={item.index}
                total={hasNextPage ? -1 : lines.length}
                isHidden={isBlind && line.entry.reviewer !== reviewer}
              />
            )
          )
        })}
      </ol>
    </section>
  )
}
