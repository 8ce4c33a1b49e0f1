import type { FacetId } from '../../../browse/edit-selection.ts'
import type { Grouping } from '../types.ts'

/** What caps count by, in the order they are offered. */
export const CAP_OPTIONS: readonly { value: Grouping; text: string }[] = [
  { value: 'instance', text: 'instance' },
  { value: 'repo', text: 'repository' },
  { value: 'language', text: 'language' },
  { value: 'harness', text: 'harness' },
  { value: 'model', text: 'model' },
  { value: 'category', text: 'category' },
]

/** What shares can be given by: groupings with few values, each a facet. */
export const MIXTURE_OPTIONS = CAP_OPTIONS.filter(({ value }) => facetOf(value) !== null)

/** The facet that counts a grouping's values; null for those with too many values to list. */
export function facetOf(grouping: Grouping): FacetId | null {
  return grouping === 'instance' || grouping === 'repo' ? null : grouping
}

/** A grouping in words: "per repository". */
export function groupingWord(grouping: Grouping): string {
  return CAP_OPTIONS.find(({ value }) => value === grouping)?.text ?? grouping
}
