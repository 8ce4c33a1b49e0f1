/** Longer pauses are no work. */
const LONGEST_PAUSE_MS = 10 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/** Decisions below which a pace says nothing. */
const LEAST = 3

/** How fast somebody decides, as far as it has been told. */
export interface Pace {
  decisions: number
  /** Decisions that came within ten minutes of the one before. */
  counted: number
  /** Milliseconds between those and the ones before them. */
  spent: number
  /** Of the newest decision, in ms; null before the first. */
  last: number | null
}

/** Nothing decided yet. */
export const NO_PACE: Pace = { decisions: 0, counted: 0, spent: 0, last: null }

/** One decision more, at a time in ms; told in the order of the ledger. One from another ledger may come late: no pause ends with it. */
export function paceAfter({ decisions, counted, spent, last }: Pace, time: number): Pace {
  const pause = last === null ? null : time - last
  const isWork = pause !== null && pause >= 0 && pause <= LONGEST_PAUSE_MS
  return {
    decisions: decisions + 1,
    counted: counted + Number(isWork),
    spent: spent + (isWork ? pause : 0),
    last: last === null ? time : Math.max(last, time),
  }
}

/** Decisions an hour; null below three decisions, and where no time went by. */
export function decisionsAnHour({ decisions, counted, spent }: Pace): number | null {
  return decisions < LEAST || spent === 0 ? null : (counted / spent) * HOUR_MS
}
