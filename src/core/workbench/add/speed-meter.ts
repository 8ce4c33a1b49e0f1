/** Speed over the last seconds: what a person sees now, not the mean since the start. */
export interface SpeedMeter {
  /** Notes how much there is by now; never less than before. */
  note(total: number): void
  /** Units a second over the window; 0 once nothing came for a whole window. */
  rate(): number
}

const WINDOW_MS = 5_000
/** Notes closer together than this are one. */
const STEP_MS = 100

/** A meter that starts at 0 now. `now` is in milliseconds. */
export function createSpeedMeter(now: () => number, windowMs = WINDOW_MS): SpeedMeter {
  const notes = [{ at: now(), total: 0 }]
  const forget = (): void => {
    // The newest note outside the window stays: what came since is what the window saw.
    while (notes[1] && notes[1].at <= now() - windowMs) notes.shift()
  }
  return {
    note(total) {
      const [before, last] = notes.slice(-2)
      if (before && last && now() - before.at < STEP_MS) notes.pop()
      notes.push({ at: now(), total })
      forget()
    },
    rate() {
      forget()
      const first = notes[0]
      const last = notes.at(-1)
      const ms = Math.min(now() - (first?.at ?? 0), windowMs)
      return first && last && ms > 0 ? ((last.total - first.total) * 1000) / ms : 0
    },
  }
}
