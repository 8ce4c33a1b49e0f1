import type { LeavingTally } from './card/leaving-tally.ts'
import { manifestBody } from './card/manifest-body.ts'
import type { ExportSummary } from './summary.ts'
import type { WrittenFile } from './types.ts'
import type { Manifest } from './verify/manifest-schema.ts'
import { sealOf } from './verify/seal-of.ts'

/** A decision against the verdict, as `overrides.jsonl` lists it. */
export interface Override {
  example_id: string
  instance_id: string | null
  decision: string | null
  reason: string | null
  note: string | null
  reviewer: string | null
  time: string | null
  /** Of the ledger entry that speaks. */
  seq: number
  verdict: string | null
  verdict_reasons: { rule: string; text: string }[]
  is_stale: boolean
}

/** The text of `manifest.json` of an export whose other files are all written, in the order they were. */
export function sealedManifest(summary: ExportSummary, leaving: LeavingTally, files: readonly WrittenFile[]): string {
  const body = { ...manifestBody(summary, leaving), files: files.map(({ path, sha256, bytes, rows }) => ({ path, sha256, bytes, rows })) }
  return manifestLines({ ...body, sha256: sealOf(body) })
}

/** A manifest as its file has it: there is one way to write its values. */
export function manifestLines(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
