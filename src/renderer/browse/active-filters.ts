import type { Selection } from '../state/view-store.ts'
import { formatCount } from '../widgets/format-number.ts'
import { type FacetId, setFacet, setRange, setWords } from './edit-selection.ts'
import { facetWord } from './facet-words.ts'

/** A filter in force as one chip: what it says, and the selection without it. */
export interface ActiveFilter {
  key: string
  text: string
  without: Selection
}

/** The filters of a selection, in the order the sidebar shows them. `labelOf` names a measure. */
export function activeFilters(selection: Selection, labelOf: (measure: string) => string): ActiveFilter[] {
  const facets = Object.entries(selection.facets ?? {}) as [FacetId, string[]][]
  return [
    ...(selection.text === undefined ? [] : [{ key: 'text', text: `text: ${selection.text}`, without: setWords(selection, 'text', '') }]),
    ...facets.map(([facet, values]) => ({
      key: `facet ${facet}`,
      text: `${facet}: ${values.map((value) => facetWord(facet, value)).join(', ')}`,
      without: setFacet(selection, facet, []),
    })),
    ...Object.entries(selection.ranges ?? {}).map(([measure, limits]) => ({
      key: `range ${measure}`,
      text: `${labelOf(measure)} ${rangeWords(limits)}`,
      without: setRange(selection, measure, { min: null, max: null }),
    })),
    ...(selection.where === undefined ? [] : [{ key: 'where', text: selection.where, without: setWords(selection, 'where', '') }]),
  ]
}

/** Limits as people write them: "≤ 32,000", "10 – 40". */
export function rangeWords({ min, max }: { min: number | null; max: number | null }): string {
  if (min !== null && max !== null) return `${formatCount(min)} – ${formatCount(max)}`
  return max === null ? `≥ ${formatCount(min ?? 0)}` : `≤ ${formatCount(max)}`
}
