import type { Selection } from '../state/view-store.ts'
import type { FacetId } from './edit-selection.ts'

/** A block of the sidebar. `isFixed` shows all values in this order, even those with no rows. */
export interface FacetBlock {
  facet: FacetId
  title: string
  isFixed?: readonly string[]
}

/** The sidebar's facets, top to bottom; one with a single value or none is left out. What the recipe and people say comes second. */
export const FACET_BLOCKS: readonly FacetBlock[] = [
  { facet: 'label', title: 'Label', isFixed: ['resolved', 'failed', 'none'] },
  { facet: 'harness', title: 'Harness' },
  { facet: 'language', title: 'Language' },
  { facet: 'model', title: 'Model' },
  { facet: 'thinking', title: 'Thinking' },
  { facet: 'teacher', title: 'Teacher model' },
  { facet: 'license', title: 'License' },
  { facet: 'category', title: 'Category' },
  { facet: 'shape', title: 'Shape' },
]

/** Who said what: the recipe in outline, people filled; and how much is known of the row, where that differs. */
export const STANDING_BLOCKS: readonly FacetBlock[] = [
  { facet: 'verdict', title: 'Where it stands: recipe', isFixed: ['keep', 'drop'] },
  { facet: 'decision', title: 'Where it stands: people', isFixed: ['accept', 'reject', 'none'] },
  { facet: 'measured', title: 'Measured' },
]

/** What else people said; a block is there once somebody said such a thing. */
export const PEOPLE_BLOCKS: readonly FacetBlock[] = [
  { facet: 'disputed', title: 'Opinions differ' },
  { facet: 'stale', title: 'Changed since' },
  { facet: 'flagged', title: 'Flag' },
  { facet: 'tag', title: 'Tag' },
  { facet: 'reviewer', title: 'Reviewer' },
  { facet: 'edited', title: 'Edited' },
]

const WORDS: Partial<Record<FacetId, Record<string, string>>> = {
  label: { resolved: '✓ resolved', failed: '✕ failed', none: '? no label' },
  verdict: { keep: '○ keeps', drop: '○ drops', '': 'no verdict yet' },
  decision: { accept: '● accepted', reject: '● rejected', none: 'not decided' },
  thinking: { thinking: '◆ thinking', plain: '◇ plain', '': 'not measured' },
  disputed: { disputed: '◐ disputed', '': 'not disputed' },
  stale: { stale: '↻ stale', '': 'up to date' },
  flagged: { flagged: '⚑ flagged', '': 'not flagged' },
  edited: { edited: '✎ edited', '': 'not edited' },
  tag: { '': 'no tag' },
  reviewer: { '': 'nobody' },
  measured: { measured: 'measured', indexed: 'only indexed' },
}

/** A facet value in words; '' means that the row has none. */
export function facetWord(facet: FacetId, value: string): string {
  return WORDS[facet]?.[value] ?? (value === '' ? 'none' : value)
}

/** What a draft of a recipe would newly do with an example. */
export const MOVED_WORDS: Record<NonNullable<Selection['moved']>, string> = {
  kept: 'would be kept by the draft',
  dropped: 'would be dropped by the draft',
}

/** Steps that examples fail, in words: "fails token limit and loops", "only git history drops it". `titleOf` knows the steps of the recipe in force by key. */
export function failingWords({ steps, how }: NonNullable<Selection['failing']>, titleOf: (key: string) => string = stepWord): string {
  const names = steps.map(titleOf)
  const any = names.join(' or ')
  switch (how) {
    case 'any':
      return `fails ${any}`
    case 'all':
      return `fails ${names.join(' and ')}`
    case 'first':
      return `dropped at ${any}`
    case 'alone':
      return `only ${any} drops it`
  }
}

/** A step's key as a person says it: "token limit", of a rule's second use "token limit, 2nd". */
export function stepWord(key: string): string {
  const [rule = '', use] = key.split('~')
  return rule.replaceAll('-', ' ') + (use === undefined ? '' : `, ${ordinal(Number(use))}`)
}

function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13
  return `${place}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`
}
