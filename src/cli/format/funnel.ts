import type { Funnel } from '#record'
import { formatNumber } from './number.ts'
import { formatTable } from './table.ts'

const WIDE_BAR = 30
const NARROW_BAR = 10
/** Columns from which on a bar has room beside the longest names. */
const WIDE = 100
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** The funnel as lines of at most `width` columns, with a bar for what remains after each step. Faults have a column where there are any. */
export function formatFunnel(funnel: Funnel, width: number): string {
  const { total, kept, dropped, steps } = funnel
  const hasFaults = steps.some(({ faults }) => faults > 0)
  const barWidth = width < WIDE ? NARROW_BAR : WIDE_BAR
  const table = formatTable(
    [
      { heading: '', longest: 70, takesRest: true },
      { heading: 'left', isNumber: true },
      { heading: 'dropped', isNumber: true },
      { heading: 'alone', isNumber: true },
      ...(hasFaults ? [{ heading: 'faults', isNumber: true }] : []),
      { heading: '' },
    ],
    [
      ['all examples', formatNumber(total), '', '', ...(hasFaults ? [''] : []), bar(total, total, barWidth)],
      ...steps.map((step) => [
        step.summary || step.title,
        formatNumber(step.remaining),
        formatNumber(step.dropped),
        formatNumber(step.only),
        ...(hasFaults ? [formatNumber(step.faults)] : []),
        bar(step.remaining, total, barWidth),
      ]),
    ],
    width,
  )
  const told = hasFaults ? '\nfaults: a check the rule needs did not come to an end; such an example is dropped' : ''
  return `${table}\n\nkept ${formatNumber(kept)} of ${formatNumber(total)}, dropped ${formatNumber(dropped)}${told}`
}

/** The funnel of a draft, and what applying it would move: examples that have the other verdict now. */
export function formatDraft(
  { funnel, newlyKept, newlyDropped }: { funnel: Funnel; newlyKept: number; newlyDropped: number },
  width: number,
): string {
  const moved = `a draft: applied, it would newly keep ${formatNumber(newlyKept)} and newly drop ${formatNumber(newlyDropped)}`
  return `${formatFunnel(funnel, width)}\n${moved}`
}

/** A bar of block characters, exact to an eighth of a column. */
function bar(value: number, total: number, width: number): string {
  const eighths = total === 0 ? 0 : Math.round((value / total) * width * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}
