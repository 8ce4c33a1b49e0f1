import type { Hit } from '../types.ts'

/** How much of what stands around a hit must be there too. */
const AROUND = 6

/**
 * Where hits stand in a text that is drawn, in their order; null for one that is not there. What is drawn may be part of the text that was searched, or
 * the same with escapes resolved, so offsets do not help: a hit is known by its own words and those around it.
 */
export function hitPlaces(text: string, hits: readonly Pick<Hit, 'before' | 'match' | 'after'>[]): (number | null)[] {
  let from = 0
  return hits.map(({ before, match, after }) => {
    const lead = before.slice(-AROUND)
    const close = text.indexOf(lead + match + after.slice(0, AROUND), Math.max(0, from - lead.length))
    const at = close === -1 ? text.indexOf(match, from) : close + lead.length
    if (at === -1) return null
    from = at + match.length
    return at
  })
}
