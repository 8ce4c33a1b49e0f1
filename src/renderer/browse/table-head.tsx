// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements cannot; its roles and indexes say the same

import type { PointerEvent } from 'react'
import type { Sort } from '../state/view-store.ts'
import { ariaSort } from './next-sort.ts'
import type { Column } from './table-columns.tsx'

/** The header row: sorts with a click or Enter; widths are dragged, or changed with Shift and the arrows. */
export function TableHead({ columns, sort, active, onSort, onResize }: TableHeadProps) {
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-row" role="row" aria-rowindex={1} tabIndex={-1}>
        {columns.map((column, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and handles Enter for its active cell
          <div
            key={column.id}
            id={`cell--1-${i}`}
            className={`grid-cell ${column.isNumber ? 'grid-number' : ''} ${active === i ? 'grid-active' : ''}`}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={i + 1}
            aria-sort={ariaSort(sort, column.sort)}
            title={column.help}
            onClick={() => onSort(column)}
          >
            <span className="cut">{column.title}</span>
            {sort !== null && sort.column === column.sort && <span aria-hidden>{sort.descending ? '↓' : '↑'}</span>}
            <ResizeHandle width={column.width} onResize={(width) => onResize(column.id, width)} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** See {@link TableHead}. `active` is the column the grid's cursor is on while it is in the header. */
export interface TableHeadProps {
  columns: readonly Column[]
  sort: Sort
  active: number | null
  onSort: (column: Column) => void
  onResize: (id: string, width: number) => void
}

function ResizeHandle({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    const handle = event.currentTarget
    const start = event.clientX
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => onResize(width + move.clientX - start)
    handle.onlostpointercapture = () => {
      handle.onpointermove = null
    }
  }
  return <span className="grid-resize" aria-hidden onPointerDown={drag} onClick={(event) => event.stopPropagation()} />
}
