import { formatCount, formatPercent } from '../../widgets/format-number.ts'
import type { StatsAnswers } from '../use-stats.ts'

type Share = StatsAnswers['overview']['resolved']

/** A share as a figure: "44.1 %"; a dash of nothing. */
export function shareFigure({ rate }: Pick<Share, 'rate'>): string {
  return rate === null ? '–' : formatPercent(rate)
}

/** Its 95 % interval: "43.0 – 45.2 %"; empty of nothing. */
export function intervalWords({ low, high }: Pick<Share, 'low' | 'high'>): string {
  return low === null || high === null ? '' : `${(low * 100).toFixed(1)} – ${formatPercent(high)}`
}

/** How many groups are not told for having too few labelled examples: "2 with fewer than 25 hidden (9 examples)"; empty for none. */
export function hiddenWords({ hidden, least }: Pick<StatsAnswers['rates'], 'hidden' | 'least'>): string {
  if (hidden.groups === 0) return ''
  return `${formatCount(hidden.groups)} with fewer than ${formatCount(least)} hidden (${formatCount(hidden.labelled)} labelled)`
}
