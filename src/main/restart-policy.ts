const WINDOW_MS = 60_000
const MOST_IN_WINDOW = 5
const FIRST_PAUSE_MS = 250

/** What to do about an engine that died: the deaths that still count, and the pause before the next start or null to give up. */
export interface RestartPlan {
  deaths: number[]
  pauseMs: number | null
}

/**
 * Restarts at most five times a minute, with pauses that double from a quarter of a second. `deaths` are the earlier ones and
 * `now` is this one, in milliseconds of the same clock.
 */
export function planRestart(deaths: readonly number[], now: number): RestartPlan {
  const recent = [...deaths.filter((time) => now - time < WINDOW_MS), now]
  return { deaths: recent, pauseMs: recent.length > MOST_IN_WINDOW ? null : FIRST_PAUSE_MS * 2 ** (recent.length - 1) }
}
