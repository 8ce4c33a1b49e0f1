const FIRST_MS = 250
const LONGEST_MS = 5_000

/** Milliseconds to wait before try `attempt` (from 0): doubling from a quarter of a second to five seconds. */
export function backoff(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS)
}
