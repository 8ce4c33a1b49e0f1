// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements cannot; its roles and indexes say the same

import { memo } from 'react'
import type { ExampleRow } from '../state/use-decide.ts'
import type { CellContext, Column } from './table-columns.tsx'

/** One row at its fixed height; grey bars of that height until its page is there. Drawn again only when something of it changed. */
export const TableRow = memo(function TableRow({ index, top, row, columns, context, activeColumn, onChoose, onOpen }: TableRowProps) {
  const isCursor = activeColumn !== null
  const classes = ['grid-row', isCursor && 'grid-cursor', !row && 'grid-waiting']
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus; Enter opens the row
    <div
      className={classes.filter(Boolean).join(' ')}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isCursor}
      style={{ transform: `translateY(${top}px)` }}
      onDoubleClick={() => row && onOpen(row)}
      onClick={() => !isCursor && onChoose(index)}
    >
      {columns.map((column, i) => (
        <div
          key={column.id}
          id={`cell-${index}-${i}`}
          className={`grid-cell ${column.isNumber ? 'grid-number' : ''} ${activeColumn === i ? 'grid-active' : ''}`}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={i + 1}
        >
          {row && column.cell(row, context)}
          {i === 0 && row?.isMeasured === false && <span className="visually-hidden">, only indexed</span>}
        </div>
      ))}
    </div>
  )
})

/** See {@link TableRow}. `activeColumn` is null unless the cursor is on this row. Keep the callbacks and what is not of this row stable. */
export interface TableRowProps {
  index: number
  top: number
  row: ExampleRow | undefined
  columns: readonly Column[]
  context: CellContext
  activeColumn: number | null
  onChoose: (index: number) => void
  onOpen: (row: ExampleRow) => void
}
