import type { ExampleRow } from '#record'

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
  }
}

/** Counts one row. */
export function addToTally(tally: ExportTally, row: ExampleRow): void {
  if (!row.isMeasured) {
    tally.unmeasured += 1
    return
  }
  tally.total += 1
  tally[voiceOf(row)] += 1
  if (row.isStale) tally.stale += 1
  if (row.isDisputed) tally.disputed += 1
  if (row.outcome !== 'keep') return
  tally.leaving += 1
  if (row.resolved === -1) tally.leavingUnlabelled += 1
}

/** True when a person decided against what the recipe says. */
export function isOverride({ decision, verdict }: Pick<ExampleRow, 'decision' | 'verdict'>): boolean {
  return (decision === 'accept' && verdict === 'drop') || (decision === 'reject' && verdict === 'keep')
}

function voiceOf(row: ExampleRow) {
  if (row.decision === 'accept') return isOverride(row) ? 'acceptedAgainst' : 'acceptedWith'
  if (row.decision === 'reject') return isOverride(row) ? 'rejectedAgainst' : 'rejectedWith'
  if (row.verdict === null) return 'undecidedSilent'
  return row.verdict === 'keep' ? 'byRecipe' : 'undecidedDropped'
}

/** Counts what an export of these rows would hold, and who decided it; see {@link emptyTally} for `unmeasured`. */
export async function tallyExport(rows: AsyncIterable<ExampleRow> | Iterable<ExampleRow>, unmeasured = 0): Promise<ExportTally> {
  const tally = emptyTally(unmeasured)
  for await (const row of rows) addToTally(tally, row)
  return tally
}
