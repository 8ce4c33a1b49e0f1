import type { PlotTable } from '../plots/index.ts'
import { formatStat } from './logic/format-stat.ts'

/** A table of numbers. `repeats` columns at the left say their value once, above the lines alike in it. */
export function NumberTable({ label, table: { columns, rows }, repeats = 0 }: { label: string; table: PlotTable; repeats?: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="number-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <tr key={r} className={r > 0 && startsNew(rows, r) && repeats > 0 ? 'number-first' : undefined}>
              {row.map((value, c) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  key={c}
                  className={columns[c]?.isNumber ? 'number' : undefined}
                  title={typeof value === 'string' ? value : undefined}
                >
                  {c < repeats && !startsNew(rows, r) ? <span className="visually-hidden">{formatStat(value)}</span> : formatStat(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function startsNew(rows: PlotTable['rows'], at: number): boolean {
  return at === 0 || rows[at - 1]?.[0] !== rows[at]?.[0]
}
