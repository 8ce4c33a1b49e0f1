// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements cannot; its roles and indexes say the same

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type FocusEvent, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { navigate } from '../app/route.ts'
import type { ExampleRow } from '../state/use-decide.ts'
import { useView } from '../state/view-store.ts'
import { useLate } from '../widgets/index.ts'
import { moveCursor, type Place } from './move-cursor.ts'
import { nextSort } from './next-sort.ts'
import { ROW_HEIGHT, revealRow } from './reveal-row.ts'
import type { CellContext, Column } from './table-columns.tsx'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useCursorReturn } from './use-cursor-return.ts'
import { useFollowedRow } from './use-followed-row.ts'
import { useRows } from './use-rows.ts'

/** Rows drawn beyond either edge. */
const OVERSCAN = 4

/** The table of the selection: only the rows in view exist, and only their pages are fetched. */
export function ExampleTable({ total, columns, context, isBusy, onResize, onCursorRow }: ExampleTableProps) {
  const selection = useView((view) => view.selection)
  const sort = useView((view) => view.sort)
  const cursorIndex = useView((view) => view.cursorIndex)
  const { setSort, setCursor } = useView.getState()
  const scroller = useRef<HTMLDivElement>(null)
  const [column, setColumn] = useState(0)
  const [isInHead, setInHead] = useState(false)
  const [start] = useState(() => useView.getState().scrollTop)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: start,
  })
  const items = virtual.getVirtualItems()
  const rowAt = useRows(selection, sort, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, total)
  const place: Place = { row: isInHead ? -1 : Math.min(cursorIndex, total - 1), column: Math.min(column, columns.length - 1) }
  const cursorRow = rowAt(place.row)

  // At once: Enter right behind an arrow opens the row that is marked.
  useLayoutEffect(() => onCursorRow(cursorRow ?? null), [cursorRow, onCursorRow])
  useStartAtTop(scroller, selection, sort)
  const reveal = (index: number) => {
    if (scroller.current) scroller.current.scrollTop = revealRow(index, scroller.current)
  }
  useCursorReturn(reveal)
  useFollowedRow({
    shown: [selection, sort],
    index: cursorIndex,
    inView: items.map(({ index }) => ({ index, id: rowAt(index)?.id })),
    isSettled: !isBusy,
    onMoved: (index, by) => {
      setCursor(rowAt(index)?.id ?? null, index)
      if (scroller.current && scroller.current.scrollTop > 0) scroller.current.scrollTop += by * ROW_HEIGHT
    },
  })

  const go = (next: Place) => {
    setColumn(next.column)
    setInHead(next.row < 0)
    if (next.row < 0) return
    setCursor(rowAt(next.row)?.id ?? null, next.row)
    reveal(next.row)
  }
  const choose = useStable((row: number) => go({ row, column: 0 }))
  const slots = useSlots(items.length)
  const isWaiting = useLate(items.some(({ index }) => rowAt(index) === undefined))
  const sortBy = (chosen: Column) => chosen.sort !== null && setSort(nextSort(sort, chosen.sort, chosen.isNumber ?? false))
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const chosen = columns[place.column]
    if (event.key === 'Enter' && isInHead && chosen) {
      event.preventDefault()
      sortBy(chosen)
    } else if (event.shiftKey && isInHead && chosen && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault()
      onResize(chosen.id, chosen.width + (event.key === 'ArrowRight' ? 16 : -16))
    } else if (!event.altKey && !event.shiftKey) {
      const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
      const next = moveCursor(place, event.key, event.ctrlKey || event.metaKey, { rows: total, columns: columns.length, screenful })
      if (!next) return
      event.preventDefault()
      go(next)
    }
  }
  const style = {
    '--columns': columns.map(({ width }, i) => (i === 0 ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' '),
    '--table-width': `${columns.reduce((sum, { width }) => sum + width, 0)}px`,
  } as CSSProperties

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      data-first-focus
      aria-label="Examples"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={isBusy || undefined}
      aria-activedescendant={`cell-${place.row}-${place.column}`}
      style={style}
      onKeyDown={press}
      onFocus={keepFocus}
      onScroll={(event) => useView.getState().setScrollTop(event.currentTarget.scrollTop)}
    >
      <TableHead columns={columns} sort={sort} active={isInHead ? place.column : null} onSort={sortBy} onResize={onResize} />
      <div className={isWaiting ? 'grid-body grid-late' : 'grid-body'} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <TableRow
            key={item.index % slots}
            index={item.index}
            top={item.start}
            row={rowAt(item.index)}
            columns={columns}
            context={context}
            activeColumn={item.index === place.row ? place.column : null}
            onChoose={choose}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  )
}

/** See {@link ExampleTable}. `onCursorRow` hears of the row under the cursor; keep it stable. */
export interface ExampleTableProps {
  total: number
  columns: readonly Column[]
  context: CellContext
  isBusy: boolean
  onResize: (id: string, width: number) => void
  onCursorRow: (row: ExampleRow | null) => void
}

function open({ id }: ExampleRow): void {
  navigate({ screen: 'example', id, message: null })
}

/** The same function for as long as the component lives, doing what the last one given does. */
function useStable<Argument>(work: (argument: Argument) => void): (argument: Argument) => void {
  const latest = useRef(work)
  latest.current = work
  return useCallback((argument: Argument) => latest.current(argument), [])
}

/**
 * Rows in view take turns in so many lines of the page: a line that leaves at one edge comes in at the other with new words, which costs a tenth of
 * making it anew.
 */
function useSlots(rows: number): number {
  const most = useRef(1)
  most.current = Math.max(most.current, rows)
  return most.current
}

/** The grid alone holds the focus; a click on a cell or a header must not take it away. */
function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget) currentTarget.focus({ preventScroll: true })
}

/** Scrolls up when what is shown or its order changes, but not when the table has only come back. */
function useStartAtTop(scroller: { readonly current: HTMLElement | null }, ...shown: readonly unknown[]): void {
  const before = useRef(shown)
  useEffect(() => {
    if (shown.every((one, i) => one === before.current[i])) return
    before.current = shown
    if (scroller.current) scroller.current.scrollTop = 0
  })
}
