import { memo } from 'react'
import { formatCount, formatValue } from '../widgets/index.ts'
import { labelText } from './label-text.ts'
import type { PlotTable } from './types.ts'

/** Rows told in the page; the CSV has all of them. */
const MOST_ROWS = 200

/** A plot's numbers as a table, for those who would rather read, and for screen readers. */
export const TableTwin = memo(({ id, title, table, isSeen }: { id: string; title: string; table: PlotTable; isSeen: boolean }) => {
  const { columns, rows } = table
  const caption =
    rows.length > MOST_ROWS ? `${title}: the first ${MOST_ROWS} of ${formatCount(rows.length)} rows, all are in the CSV` : title
  const focus = isSeen ? { tabIndex: 0, role: 'group', 'aria-label': `${title} as a table` } : {}
  return (
    <div className={isSeen ? 'plot-table' : 'visually-hidden'} {...focus}>
      <table id={id}>
        <caption className={rows.length > MOST_ROWS ? 'plot-table-note' : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may have one title
              <th key={place} scope="col" className={column.isNumber ? 'number' : ''}>
                {labelText(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={place}>
              {row.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <Cell key={column} value={value} isHead={column === 0} isNumber={columns[column]?.isNumber} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

function Cell({ value, isHead, isNumber = false }: { value: string | number | null; isHead: boolean; isNumber?: boolean | undefined }) {
  const text = typeof value === 'string' ? labelText(value) : formatValue(value)
  if (isHead)
    return (
      <th scope="row" className={isNumber ? 'number' : ''}>
        {text}
      </th>
    )
  return <td className={isNumber ? 'number' : ''}>{text}</td>
}
