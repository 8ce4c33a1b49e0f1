import type { ExampleEdits, ExampleRow } from '#record'
import { type EditNote, expectedNote } from './edit-note.ts'

/** Who decided what, over all rows of an export. byRecipe + acceptedAgainst + acceptedWith = leaving. */
export interface ExportTally {
  /** Measured examples. */
  total: number
  leaving: number
  /** Kept by the recipe, nobody decided. */
  byRecipe: number
  /** Accepted though the recipe drops. */
  acceptedAgainst: number
  /** Accepted, the recipe agreeing or silent. */
  acceptedWith: number
  /** Rejected though the recipe keeps. */
  rejectedAgainst: number
  /** Rejected, the recipe agreeing or silent. */
  rejectedWith: number
  /** Dropped by the recipe, nobody decided. */
  undecidedDropped: number
  /** Neither a verdict nor a decision. */
  undecidedSilent: number
  /** Examples with a standing decision about other bytes than the row has now. */
  stale: number
  /** Examples about which people differ: the recipe speaks for them, and they are counted as undecided. */
  disputed: number
  /** Leaving with the label -1. */
  leavingUnlabelled: number
  /** Not measured, and in no other number. */
  unmeasured: number
  edits: EditTally
}

/** What people changed of the examples that leave. */
export interface EditTally {
  /** Examples with messages that are context only, and how many such messages they have. */
  masked: number
  maskedMessages: number
  /** Examples without a turn that is trained on. */
  untrained: number
  cut: number
  redacted: number
  /** Edited when their rows were other bytes: no edit of them is applied. */
  stale: string[]
}

/** A tally of nothing, but for examples that are not measured and not counted one by one. */
export function emptyTally(unmeasured = 0): ExportTally {
  return {
    total: 0,
    leaving: 0,
    byRecipe: 0,
    acceptedAgainst: 0,
    acceptedWith: 0,
    rejectedAgainst: 0,
    rejectedWith: 0,
    undecidedDropped: 0,
    undecidedSilent: 0,
    stale: 0,
    disputed: 0,
    leavingUnlabelled: 0,
    unmeasured,
    edits: { masked: 0, maskedMessages: 0, untrained: 0, cut: 0, redacted: 0, stale: [] },
  }
}

/** Counts what people changed of an example that leaves. */
export function addEditsToTally({ edits }: ExportTally, note: EditNote): void {
  if (note.is_stale) edits.stale.push(note.example_id)
  if (note.context_only > 0) edits.masked += 1
  edits.maskedMessages += note.context_only
  if (note.context_only > 0 && note.trained_turns === 0) edits.untrained += 1
  if (note.last_message !== null) edits.cut += 1
  if (note.redactions > 0) edits.redacted += 1
}

/** What of a row is counted. */
export type TalliedRow = Pick<ExampleRow, 'isMeasured' | 'decision' | 'verdict' | 'outcome' | 'isStale' | 'isDisputed' | 'resolved'>

/** Counts a row, or so many that are alike. */
export function addToTally(tally: ExportTally, row: TalliedRow, count = 1): void {
  if (!row.isMeasured) {
    tally.unmeasured += count
    return
  }
  tally.total += count
  tally[voiceOf(row)] += count
  if (row.isStale) tally.stale += count
  if (row.isDisputed) tally.disputed += count
  if (row.outcome !== 'keep') return
  tally.leaving += count
  if (row.resolved === -1) tally.leavingUnlabelled += count
}

/** True when a person decided against what the recipe says. */
export function isOverride({ decision, verdict }: Pick<ExampleRow, 'decision' | 'verdict'>): boolean {
  return (decision === 'accept' && verdict === 'drop') || (decision === 'reject' && verdict === 'keep')
}

function voiceOf(row: TalliedRow) {
  if (row.decision === 'accept') return isOverride(row) ? 'acceptedAgainst' : 'acceptedWith'
  if (row.decision === 'reject') return isOverride(row) ? 'rejectedAgainst' : 'rejectedWith'
  if (row.verdict === null) return 'undecidedSilent'
  return row.verdict === 'keep' ? 'byRecipe' : 'undecidedDropped'
}

/** Counts what people changed of edited rows that would leave, as far as it is told without making them. */
export async function tallyEdits(
  rows: AsyncIterable<ExampleRow> | Iterable<ExampleRow>,
  editsOf: (id: string) => ExampleEdits,
): Promise<EditTally> {
  const tally = emptyTally()
  for await (const row of rows) addEditsToTally(tally, expectedNote(row, editsOf(row.id)))
  return tally.edits
}
