import { formatCount, formatPercent } from '../widgets/index.ts'
import type { ShareData } from './types.ts'

/** "44.1 % resolved of 1,204, 95 % interval 41.3 % to 46.9 %" */
export function rateWords({ n, rate, low, high }: ShareData, noun: string): string {
  if (rate === null) return 'none labelled'
  return `${formatPercent(rate)} ${noun} of ${formatCount(n)}, 95 % interval ${formatPercent(low ?? 0)} to ${formatPercent(high ?? 1)}`
}

/** The same for a hint. */
export function rateLines({ n, hits, rate, low, high }: ShareData, noun: string) {
  if (rate === null) return [{ label: 'none labelled', value: '' }]
  return [
    { label: noun, value: `${formatCount(hits)} of ${formatCount(n)} · ${formatPercent(rate)}` },
    { label: '95 % interval', value: `${formatPercent(low ?? 0)} to ${formatPercent(high ?? 1)}` },
  ]
}
