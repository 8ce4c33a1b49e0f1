import type { Workspace } from '../state/use-workspace.ts'
import type { AddInput } from '../state/work-store.ts'
import type { Tone } from '../widgets/tag.tsx'

/** A source of the workspace. */
export type Source = Workspace['sources'][number]

/** How much of a source is here, in words. */
export interface SourceState {
  word: string
  glyph: '✓' | '◐'
  tone: Tone
  /** One sentence more. */
  help: string
}

/** True for a dataset of the Hub. */
export const isFromHub = (source: Pick<Source, 'kind'>): boolean => source.kind === 'hub'

/** Rows taken of each combination where an index gives nothing. */
export const TAKEN = 400

/** True for a dataset of the Hub whose files were all refused by the index, as JSON Lines are. */
function isWithoutIndex(source: Source): boolean {
  return isFromHub(source) && !source.isComplete && source.examples === 0 && source.rejected > 0
}

/** How much of a source is here. */
export function sourceState(source: Source): SourceState {
  if (source.isComplete) return { word: 'complete', glyph: '✓', tone: 'keep', help: 'Every row of every file is here.' }
  if (!isFromHub(source))
    return { word: 'partly read', glyph: '◐', tone: 'unknown', help: 'Reading was stopped; it goes on where it stopped.' }
  if (isWithoutIndex(source))
    return { word: 'not indexed', glyph: '◐', tone: 'unknown', help: 'No file of it could be indexed; its rows can be fetched.' }
  if (source.isIndexed)
    return { word: 'indexed', glyph: '✓', tone: 'accent', help: 'Every row is in the table; rows are fetched when they are opened.' }
  return { word: 'partly indexed', glyph: '◐', tone: 'unknown', help: 'Some rows are in the table; the others are not known yet.' }
}

/** The column layouts found in a source; before its first row nobody knows. */
export function shapeWords({ shapes, isIndexed, isComplete }: Source): string {
  if (shapes.length > 0) return `shape ${shapes.join(', ')}`
  return isIndexed || isComplete ? 'no known shape' : 'shape not known yet'
}

/** What can be done about a source: the name of the button, and what `source.add` is told. */
export interface SourceStep {
  name: string
  input: AddInput
}

/** Goes on where reading stopped, or asks the Hub whether there is more. Null for a local source that is complete. */
export function nextStep(source: Source): SourceStep | null {
  if (!isFromHub(source)) return source.isComplete ? null : { name: 'Go on', input: { source: source.uri } }
  if (source.isComplete) return { name: 'Update', input: { source: source.uri } }
  if (isWithoutIndex(source)) return takeStep(source.uri)
  return { name: source.isIndexed ? 'Update' : 'Index the rest', input: { source: source.uri, indexOnly: true } }
}

/** Fetching and measuring some rows of each config and split. */
export function takeStep(uri: string): SourceStep {
  return { name: `Take ${TAKEN} of each`, input: { source: uri, take: TAKEN } }
}

/** Fetching what is not here; null when everything is, and for local sources, which `nextStep` reads whole. */
export function wholeStep(source: Source): SourceStep | null {
  return isFromHub(source) && !source.isComplete ? { name: 'Fetch everything', input: { source: source.uri } } : null
}
