import type { WrittenRow } from './row-files.ts'
import type { ManifestFacts, WantedUnit } from './types.ts'
import type { IndexLine } from './verify/index-line.ts'

/** What became of single rows: a line of JSON a note, with the ids it is about. */
export const ROW_NOTES = 'row-notes.jsonl'

/** The index's line of a row. */
export function rowIndexLine(
  { rows, split }: WantedUnit,
  { file, line, sha256 }: WrittenRow,
  { decisionOf }: Pick<ManifestFacts, 'decisionOf'>,
): string {
  const [first, second] = rows
  const isAccepted = first.decision === 'accept'
  const written: IndexLine = {
    ids: rows.map(({ id }) => id),
    instance_id: first.instanceId,
    content_hashes: rows.map(({ contentHash }) => contentHash),
    split,
    file,
    line,
    sha256,
    outcome: second ? 'pair' : isAccepted ? 'accepted' : 'recipe',
    by: isAccepted ? first.decidedBy : [],
    seq: isAccepted ? (decisionOf(first.id)?.seq ?? null) : null,
  }
  return `${JSON.stringify(written)}\n`
}
