import type { Dimension, GroupLook } from './types.ts'

/** Colours of the categorical palette, `--cat-1` and on. */
export const CATEGORIES = 8

const DASHES = ['none', '5 3', '1.5 2.5', '7 3 1.5 3', '9 3', '3 2', '1 3', '6 2 2 2']

const GLYPHS = ['●', '■', '▲', '◆', '▼', '○', '□', '△']

/** Keys whose meaning has a colour, glyph and word everywhere in Winnow. */
const KNOWN: Partial<Record<Dimension, Record<string, Omit<GroupLook, 'key'>>>> = {
  label: {
    resolved: { label: 'resolved', color: 'var(--keep)', glyph: '✓', dash: 'none' },
    failed: { label: 'failed', color: 'var(--drop)', glyph: '✕', dash: '5 3' },
    none: { label: 'no label', color: 'var(--unknown)', glyph: '?', dash: '1.5 2.5' },
  },
  outcome: {
    keep: { label: 'keep', color: 'var(--keep)', glyph: '✓', dash: 'none' },
    drop: { label: 'drop', color: 'var(--drop)', glyph: '✕', dash: '5 3' },
  },
}

/** Everything in one group. */
const ALL: GroupLook = { key: '', label: 'all', color: 'var(--accent)', glyph: '●', dash: 'none' }

/** How a group looks: as its meaning has it, else by the palette at `place` (from 0). Null dimension: everything in one. */
export function lookOf(dimension: Dimension | null, key: string, place: number): GroupLook {
  if (dimension === null) return ALL
  const words = KNOWN[dimension]
  const known = words && Object.hasOwn(words, key) ? words[key] : undefined
  if (known) return { key, ...known }
  const turn = place % CATEGORIES
  return {
    key,
    label: key === '' ? 'none' : key,
    color: `var(--cat-${turn + 1})`,
    glyph: GLYPHS[turn] ?? '●',
    dash: DASHES[turn] ?? 'none',
  }
}

/**
 * Looks for the groups of one answer. `order` is a stable list of the dimension's keys (such as the whole corpus' facet), so that
 * a key keeps its colour when a selection changes which group is largest; keys not in it come after.
 */
export function looksOf(dimension: Dimension | null, keys: readonly string[], order: readonly string[] = []): GroupLook[] {
  const places = new Map<string, number>()
  for (const key of [...order, ...keys]) if (!places.has(key)) places.set(key, places.size)
  return keys.map((key) => lookOf(dimension, key, places.get(key) ?? 0))
}
