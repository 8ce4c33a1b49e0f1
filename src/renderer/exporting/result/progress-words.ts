import { formatCount, formatDuration } from '../../widgets/index.ts'

/** Rates of the first moment mean nothing. */
const SETTLED = 0.5

/** How far an export is: "812 of 1,204 · 340 a second · 1.2 s left". `seconds` it has run. */
export function progressWords({ done, total, seconds }: { done: number; total: number; seconds: number }): string {
  const rate = seconds >= SETTLED && done > 0 ? done / seconds : null
  const left = rate !== null && total > done ? (total - done) / rate : null
  return [
    `${formatCount(done)} of ${formatCount(total)}`,
    rate !== null && `${rate < 10 ? rate.toFixed(1) : formatCount(rate)} a second`,
    left !== null && `${formatDuration(left)} left`,
  ]
    .filter(Boolean)
    .join(' · ')
}
