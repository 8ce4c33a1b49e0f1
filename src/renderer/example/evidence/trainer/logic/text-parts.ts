import type { TrainerView } from '../types.ts'
import type { Window } from './text-window.ts'

/** A run of text that is drawn alike. */
export interface TextPart extends Window {
  isTrained: boolean
  /** A trained piece begins or ends here: said by a glyph, not by colour alone. */
  begins: boolean
  ends: boolean
  /** The message that begins here, by its index in the row; null for none. */
  message: number | null
  isHit: boolean
}

/** Cuts a window of the text where what is trained on begins or ends, where a message begins, and around the hit that is pointed out. */
export function textParts({ trained, places }: Pick<TrainerView, 'trained' | 'places'>, window: Window, hit: Window | null): TextPart[] {
  const { from, to } = window
  const near = (trained ?? []).filter(({ start, end }) => end > from && start < to)
  const messageAt = new Map(
    places.filter(({ start }) => start >= from && start < to).map(({ start, messageIndex }) => [start, messageIndex]),
  )
  const inside = [...near.flatMap(({ start, end }) => [start, end]), ...messageAt.keys(), ...(hit ? [hit.from, hit.to] : [])]
  const cuts = [...new Set([from, ...inside.filter((at) => at > from && at < to), to])].sort((a, b) => a - b)
  const begins = new Set(near.map(({ start }) => start))
  const ends = new Set(near.map(({ end }) => end))
  let span = 0
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? to
    while ((near[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++
    const isTrained = (near[span]?.start ?? Number.POSITIVE_INFINITY) <= start
    return {
      from: start,
      to: end,
      isTrained,
      begins: isTrained && begins.has(start),
      ends: isTrained && ends.has(end),
      message: messageAt.get(start) ?? null,
      isHit: hit !== null && start >= hit.from && end <= hit.to,
    }
  })
}
