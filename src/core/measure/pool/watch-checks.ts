import type { Check } from '../checks/check.ts'
import type { CheckCell } from './check-cell.ts'

/** Looks at a thread within a check's limit: a check may have one look more than its time. */
const LOOKS = 10

/**
 * Calls back when a thread stays in one check for `limitMs`. Looks are counted and not the clock: where the whole process stood still, as when a computer
 * sleeps, no check is to blame. Answers how to stop watching.
 */
export function watchChecks(cell: CheckCell, limitMs: number, tooLong: (check: Check) => void): () => void {
  let beat = cell.beat
  let looks = 0
  const timer = setInterval(() => {
    const { check, beat: now } = cell
    looks = check !== null && now === beat ? looks + 1 : 0
    beat = now
    if (check !== null && looks >= LOOKS) tooLong(check)
  }, limitMs / LOOKS)
  return () => clearInterval(timer)
}
