import type { ExampleRow } from '../state/use-decide.ts'
import type { Settings } from '../state/use-settings.ts'
import type { FacetId } from './edit-selection.ts'

/** Facets and columns that tell what the recipe or somebody says of a row. */
const TELLING_FACETS: readonly FacetId[] = ['verdict', 'decision', 'outcome', 'tag', 'reviewer', 'disputed']
const TELLING_COLUMNS: readonly string[] = ['verdict', 'decision', 'tags', 'opinions']

/** Who reviews blind, and so must have answered before they see what others and the recipe say; null where nothing is hidden. */
export function blindReviewer({ isBlind, reviewer }: Pick<Settings, 'isBlind' | 'reviewer'>): string | null {
  return isBlind ? reviewer : null
}

/** True while what the recipe and others say of a row is hidden. */
export function isRowHidden(row: Pick<ExampleRow, 'decidedBy'>, blindFor: string | null): boolean {
  return blindFor !== null && !row.decidedBy.includes(blindFor)
}

/** True for a facet whose counts would tell. */
export function isTelling(facet: FacetId): boolean {
  return TELLING_FACETS.includes(facet)
}

/** Columns in whose order the rows would tell: they cannot be sorted by. */
export function withoutTellingOrder<Column extends { id: string; sort: string | null }>(columns: readonly Column[]): Column[] {
  return columns.map((column) => (TELLING_COLUMNS.includes(column.id) ? { ...column, sort: null } : column))
}
