import type { Funnel } from '#record'
import { formatNumber } from './number.ts'
import { formatTable } from './table.ts'

const BAR_WIDTH = 30
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** The funnel as lines with a bar for what remains after each step. */
export function formatFunnel(funnel: Funnel): string {
  const { total, kept, dropped, steps } = funnel
  const table = formatTable(
    [
      { heading: '' },
      { heading: 'left', isNumber: true },
      { heading: 'dropped', isNumber: true },
      { heading: 'only', isNumber: true },
      { heading: '' },
    ],
    [
      ['all examples', formatNumber(total), '', '', bar(total, total)],
      ...steps.map((step) => [
        step.summary || step.title,
        formatNumber(step.remaining),
        formatNumber(step.dropped),
        formatNumber(step.only),
        bar(step.remaining, total),
      ]),
    ],
  )
  return `${table}\n\nkept ${formatNumber(kept)} of ${formatNumber(total)}, dropped ${formatNumber(dropped)}`
}

/** A bar of block characters, exact to an eighth of a column. */
function bar(value: number, total: number): string {
  const eighths = total === 0 ? 0 : Math.round((value / total) * BAR_WIDTH * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}
