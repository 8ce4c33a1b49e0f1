import type { Selection } from '../state/view-store.ts'

/** A column that can be ticked in the sidebar. */
export type FacetId = keyof NonNullable<Selection['facets']>

/** Inclusive limits; null is open. */
export interface Limits {
  min: number | null
  max: number | null
}

/** The selection with one value of a facet ticked or unticked. */
export function toggleFacet(selection: Selection, facet: FacetId, value: string): Selection {
  const now = selection.facets?.[facet] ?? []
  return setFacet(selection, facet, now.includes(value) ? now.filter((one) => one !== value) : [...now, value])
}

/** The selection with these values of a facet and no others; none lets every value through. */
export function setFacet(selection: Selection, facet: FacetId, values: readonly string[]): Selection {
  const { [facet]: _, ...others } = selection.facets ?? {}
  return withPart(selection, 'facets', values.length > 0 ? { ...others, [facet]: [...values] } : others)
}

/** The selection with limits on a measure; both open takes them away. */
export function setRange(selection: Selection, measure: string, limits: Limits): Selection {
  const { [measure]: _, ...others } = selection.ranges ?? {}
  const isOpen = limits.min === null && limits.max === null
  return withPart(selection, 'ranges', isOpen ? others : { ...others, [measure]: limits })
}

/** The selection of examples in which any of these keys of a tally was counted; none takes the filter away. */
export function setHas(selection: Selection, tally: string, keys: readonly string[]): Selection {
  const { [tally]: _, ...others } = selection.has ?? {}
  return withPart(selection, 'has', keys.length > 0 ? { ...others, [tally]: [...keys] } : others)
}

/** The selection with this text or expression; empty takes it away. */
export function setWords(selection: Selection, part: 'text' | 'where', words: string): Selection {
  const { [part]: _, ...rest } = selection
  return words.trim() === '' ? rest : { ...rest, [part]: words }
}

/** True when nothing is filtered. */
export function isWhole(selection: Selection): boolean {
  return Object.keys(selection).length === 0
}

function withPart<Part extends 'facets' | 'ranges' | 'has'>(
  selection: Selection,
  part: Part,
  value: NonNullable<Selection[Part]>,
): Selection {
  const { [part]: _, ...rest } = selection
  return Object.keys(value).length === 0 ? (rest as Selection) : { ...selection, [part]: value }
}
