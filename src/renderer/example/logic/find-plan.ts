import type { Hit } from '../types.ts'

/** Which text of which message. */
export interface TextPlace {
  message: number
  field: Hit['field']
  call: number | null
}

/** The key of a text in the page: also the value of its element's `data-text`. */
export function placeKey({ message, field, call }: TextPlace): string {
  return call === null ? `${message}/${field}` : `${message}/${field}/${call}`
}

/** Hits by the text they are in. */
export function hitsByPlace(hits: readonly Hit[]): Map<string, Hit[]> {
  const byPlace = new Map<string, Hit[]>()
  for (const hit of hits) byPlace.set(placeKey(hit), [...(byPlace.get(placeKey(hit)) ?? []), hit])
  return byPlace
}

/** Characters of what comes before that are shown with a hit far inside a long text. */
const LEAD = 2000

/** Where to read a text from so that the hit is in what is shown: 0 when it is in the part at hand. */
export function readFrom(hit: Pick<Hit, 'offset' | 'length'>, atHand: number): number {
  return hit.offset + hit.length <= atHand ? 0 : Math.max(0, hit.offset - LEAD)
}

/** The hit to start from: the first at or behind the message being read, else the first of all. */
export function firstHitFrom(hits: readonly Hit[], message: number): number {
  const found = hits.findIndex((hit) => hit.message >= message)
  return found === -1 ? 0 : found
}

/** The next place in a ring of `count`; -1 when there is nothing to go to. */
export function step(index: number, count: number, direction: 1 | -1): number {
  return count === 0 ? -1 : (index + direction + count) % count
}
