import type { Selection } from '../state/view-store.ts'
import { formatValue } from '../widgets/format-number.ts'
import { type FacetId, setFacet, setHas, setRange, setWords } from './edit-selection.ts'
import { facetWord, failingWords, MOVED_WORDS } from './facet-words.ts'

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
    ...Object.entries(selection.has ?? {}).map(([tally, keys]) => ({
      key: `has ${tally}`,
      text: hasWords(labelOf(tally), tally, keys),
      without: setHas(selection, tally, []),
    })),
    ...ofTheRecipe(selection),
    ...(selection.where === undefined ? [] : [{ key: 'where', text: selection.where, without: setWords(selection, 'where', '') }]),
  ]
}

/** What the Recipe screen leads to: the examples that steps fail, or that a draft would move. */
function ofTheRecipe({ failing, moved, ...rest }: Selection): ActiveFilter[] {
  const others = { ...rest, ...(failing && { failing }), ...(moved && { moved }) }
  const { failing: _, ...withoutFailing } = others
  const { moved: __, ...withoutMoved } = others
  return [
    ...(failing ? [{ key: 'failing', text: failingWords(failing), without: withoutFailing }] : []),
    ...(moved ? [{ key: 'moved', text: MOVED_WORDS[moved], without: withoutMoved }] : []),
  ]
}

/** What a chip tells of one key; the whole text is row text and may be of any length. */
const KEY_SHOWN = 40

/** "uses bash or edit"; of other tallies than the tools "test runs: pytest". */
function hasWords(label: string, tally: string, keys: readonly string[]): string {
  const words = keys.map((key) => (key.length > KEY_SHOWN ? `${key.slice(0, KEY_SHOWN)}…` : key || 'none')).join(' or ')
  return tally === 'tools' ? `uses ${words}` : `${label.toLowerCase()}: ${words}`
}

/** Limits as people write them: "≤ 32,000", "10 – 40", "≥ 0.5". */
export function rangeWords({ min, max }: { min: number | null; max: number | null }): string {
  if (min !== null && max !== null) return `${formatValue(min)} – ${formatValue(max)}`
  return max === null ? `≥ ${formatValue(min ?? 0)}` : `≤ ${formatValue(max)}`
}
