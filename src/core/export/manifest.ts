import type { ExampleRow } from '#record'
import type { LeavingTally } from './card/leaving-tally.ts'
import { manifestBody } from './card/manifest-body.ts'
import type { EditNote } from './edit-note.ts'
import { EXPORT_FORMAT } from './owned-files.ts'
import type { ExportSummary } from './summary.ts'
import type { ExportTally } from './tally.ts'
import type { ManifestFacts, WrittenFile } from './types.ts'
import type { Manifest } from './verify/manifest-schema.ts'
import { sealOf } from './verify/seal-of.ts'

/** Raised when a field of the manifest changes its meaning. */
const FORMAT_VERSION = 1

/** A decision against the verdict, as the manifest lists it. */
export interface Override {
  example_id: string
  instance_id: string | null
  decision: string | null
  reason: string | null
  note: string | null
  reviewer: string | null
  time: string | null
  /** Of the ledger entry that speaks. */
  seq?: number
  verdict: string | null
  verdict_reasons: { rule: string; text: string }[]
  is_stale: boolean
}

/** What a manifest is made from. */
export interface ManifestInput {
  target: string
  facts: ManifestFacts
  tally: ExportTally
  overrides: Override[]
  /** Of examples that leave and were edited. */
  edits: EditNote[]
  files: WrittenFile[]
}

/** An override in the manifest's words. */
export function overrideOf(row: ExampleRow, time: string | null): Override {
  return {
    example_id: row.id,
    instance_id: row.instanceId,
    decision: row.decision,
    reason: row.decisionReason,
    note: row.note,
    reviewer: row.reviewer,
    time,
    verdict: row.verdict,
    verdict_reasons: row.reasons,
    is_stale: row.isStale,
  }
}

/** The text of `manifest.json`: where the export came from, who decided what, and every file with its hash. */
export function manifestText({ target, facts, tally, overrides, edits, files }: ManifestInput): string {
  const manifest = {
    format: EXPORT_FORMAT,
    format_version: FORMAT_VERSION,
    winnow_version: facts.winnowVersion,
    target,
    sources: facts.sources.map(({ id, uri, revision, shapes, examples }) => ({ id, uri, revision, shapes, examples })),
    recipe: facts.recipe,
    funnel: facts.funnel,
    counts: countsOf(tally),
    ledger_head: facts.ledgerHead,
    measures: facts.measures.map(({ id, version, encoding }) => ({ id, version, encoding })),
    overrides,
    ...(edits.length > 0 ? { edits } : {}),
    files,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function countsOf(tally: ExportTally) {
  return {
    measured: tally.total,
    exported: tally.leaving,
    kept_by_recipe: tally.byRecipe,
    accepted_against_recipe: tally.acceptedAgainst,
    accepted_with_recipe: tally.acceptedWith,
    rejected_against_recipe: tally.rejectedAgainst,
    rejected_with_recipe: tally.rejectedWith,
    dropped_by_recipe: tally.undecidedDropped,
    without_verdict: tally.undecidedSilent,
    stale_decisions: tally.stale,
    disputed: tally.disputed,
    exported_without_label: tally.leavingUnlabelled,
    not_measured: tally.unmeasured,
  }
}

/** The text of `manifest.json` of an export whose other files are all written, in the order they were. */
export function sealedManifest(summary: ExportSummary, leaving: LeavingTally, files: readonly WrittenFile[]): string {
  const body = { ...manifestBody(summary, leaving), files: files.map(({ path, sha256, bytes, rows }) => ({ path, sha256, bytes, rows })) }
  return manifestLines({ ...body, sha256: sealOf(body) })
}

/** A manifest as its file has it: the only way its values are written. */
export function manifestLines(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
