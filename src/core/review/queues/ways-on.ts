import type { QueueView } from './queue-view.ts'

/** Where a reviewer can go from a place in a queue. */
interface WaysOn {
  /** Places of what comes next, at most as many as asked for. */
  next: number[]
  /** Items still to judge, the one asked about not among them. */
  left: number
  decided: number
  /** Of those left, and the one asked about, how many were put off. */
  skipped: number
  /** The one asked about is put off. */
  isSkipped: boolean
}

/**
 * What comes next for a reviewer. From the place asked about on, then round to what was left before it; what was put off comes after all of that, in the
 * order it was put off, so that it comes once a round. `null` asks where to go on: behind what the reviewer judged last.
 */
export function waysOn(view: QueueView, at: number | null, ahead: number): WaysOn {
  const { open, skippedAt, judgedAt } = view
  const before = at ?? newestPlace(judgedAt)
  const [after, round, putOff]: [number[], number[], number[]] = [[], [], []]
  let [left, decided] = [0, 0]
  for (let place = 0; place < open.length; place++) {
    if ((judgedAt[place] ?? 0) > 0) decided += 1
    if (!open[place] || place === at) continue
    left += 1
    const some = skippedAt[place] ? putOff : place > before ? after : round
    if (some === putOff || some.length < ahead) some.push(place)
  }
  const isSkipped = at !== null && open[at] === 1 && (skippedAt[at] ?? 0) > 0
  const next = [...after, ...round, ...inTurn(putOff, skippedAt, at)].slice(0, ahead)
  return { next, left, decided, skipped: putOff.length + Number(isSkipped), isSkipped }
}

/** By when they were put off; those put off after the one asked about come first. */
function inTurn(places: readonly number[], skippedAt: Float64Array, at: number | null): number[] {
  const since = at === null ? 0 : (skippedAt[at] ?? 0)
  const turn = (place: number): number => skippedAt[place] ?? 0
  const isEarlier = (place: number): number => Number(turn(place) < since)
  return places.toSorted((a, b) => isEarlier(a) - isEarlier(b) || turn(a) - turn(b))
}

/** Place of what was judged last; -1 before the first. */
function newestPlace(judgedAt: Float64Array): number {
  let [newest, newestAt] = [-1, 0]
  for (let place = 0; place < judgedAt.length; place++) {
    const at = judgedAt[place] ?? 0
    if (at > newestAt) [newest, newestAt] = [place, at]
  }
  return newest
}
