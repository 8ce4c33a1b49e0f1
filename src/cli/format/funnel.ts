import type { Funnel } from '#record'
import { formatNumber } from './number.ts'
import { formatTable } from './table.ts'

const BAR_WIDTH = 30
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** The funnel as lines with a bar for what remains after each step. Faults have a column where there are any. */
export function formatFunnel(funnel: Funnel): string {
  const { total, kept, dropped, steps } = funnel
  const hasFaults = steps.some(({ faults }) => faults > 0)
  const table = formatTable(
    [
      { heading: '', longest: 70 },
      { heading: 'left', isNumber: true },
      { heading: 'dropped', isNumber: true },
      { heading: 'alone', isNumber: true },
      ...(hasFaults ? [{ heading: 'faults', isNumber: true }] : []),
      { heading: '' },
    ],
    [
      ['all examples', formatNumber(total), '', '', ...(hasFaults ? [''] : []), bar(total, total)],
      ...steps.map((step) => [
        step.summary || step.title,
        formatNumber(step.remaining),
        formatNumber(step.dropped),
        formatNumber(step.only),
        ...(hasFaults ? [formatNumber(step.faults)] : []),
        bar(step.remaining, total),
      ]),
    ],
  )
  const told = hasFaults ? '\nfaults: a check the rule needs did not come to an end; such an example is dropped' : ''
  return `${table}\n\nkept ${formatNumber(kept)} of ${formatNumber(total)}, dropped ${formatNumber(dropped)}${told}`
}

/** The funnel of a draft, and what applying it would move. */
export function formatDraft({ funnel, newlyKept, newlyDropped }: { funnel: Funnel; newlyKept: number; newlyDropped: number }): string {
  const moved = `a draft: applied, it would keep ${formatNumber(newlyKept)} more and drop ${formatNumber(newlyDropped)} more`
  return `${formatFunnel(funnel)}\n${moved}`
}

/** A bar of block characters, exact to an eighth of a column. */
function bar(value: number, total: number): string {
  const eighths = total === 0 ? 0 : Math.round((value / total) * BAR_WIDTH * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}
