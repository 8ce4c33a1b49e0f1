// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements cannot; its roles and indexes say the same

import { memo, useRef } from 'react'
import type { ExampleRow } from '../state/use-decide.ts'
import type { CellContext, Column } from './table-columns.tsx'

/**
 * One row at its fixed height, drawn again only when something of it changed. Until its page is there it keeps the cells of the row that was here
 * before, hidden from everybody, and shows a grey bar: new words in old cells cost a third of new cells.
 */
export const TableRow = memo(function TableRow({ index, top, row, columns, context, activeColumn, onChoose, onOpen }: TableRowProps) {
  const isCursor = activeColumn !== null
  const classes = ['grid-row', isCursor && 'grid-cursor', !row && 'grid-waiting']
  const before = useRef(row)
  if (row) before.current = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus; Enter opens the row
    <div
      className={classes.filter(Boolean).join(' ')}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isCursor}
      style={{ top }}
      onDoubleClick={() => row && onOpen(row)}
      onClick={() => !isCursor && onChoose(index)}
    >
      <Cells
        row={before.current}
        columns={columns}
        context={context}
        activeColumn={activeColumn}
        activeId={isCursor ? `cell-${index}-${activeColumn}` : undefined}
      />
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

/** An id on every cell would change in every cell at each step: only the one that is spoken of has it. */
const Cells = memo(function Cells({ row, columns, context, activeColumn, activeId }: CellsProps) {
  return columns.map((column, i) => (
    <div
      key={column.id}
      id={activeColumn === i ? activeId : undefined}
      className={cellClasses(column, activeColumn === i)}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={i + 1}
    >
      {row && column.cell(row, context)}
      {i === 0 && row?.isMeasured === false && <span className="visually-hidden">, only indexed</span>}
    </div>
  ))
})

interface CellsProps extends Pick<TableRowProps, 'row' | 'columns' | 'context' | 'activeColumn'> {
  activeId: string | undefined
}

function cellClasses({ isNumber, isQuiet }: Column, isActive: boolean): string {
  return ['grid-cell', isNumber && 'grid-number', isQuiet && 'muted', isActive && 'grid-active'].filter(Boolean).join(' ')
}
