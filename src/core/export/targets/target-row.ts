import type { JsonObject, Split } from '#record'
import type { NoteBook } from '../chat/note-book.ts'
import type { FileSpec, Leaving, TargetRow, Unit } from './target-format.ts'

/** The rows of a JSONL target: `train.jsonl`, with splits `validation.jsonl` and `test.jsonl` too. */
export const ROWS_FILE: FileSpec = { id: 'rows', format: 'jsonl', name: (split: Split | null) => `${split ?? 'train'}.jsonl` }

/** The example of a unit of one; of a pair the chosen one. */
export function oneOf(unit: Unit): Leaving {
  return unit.kind === 'example' ? unit.one : unit.chosen
}

/** Where a row came from: as people filter a dataset, and as a look-up in the workspace. */
export function originOf({ row, edited: { example } }: Leaving): JsonObject {
  const { instanceId, repo, language, license, harness, model, resolved } = example
  return { id: row.id, instance_id: instanceId, repo, language, license, harness, model, resolved }
}

/** A unit that leaves as one row of {@link ROWS_FILE}; `tokens` as {@link countedTokens} takes them. */
export function writtenRow(row: object, book: NoteBook, tokens: number | null): TargetRow {
  return { values: { [ROWS_FILE.id]: row as JsonObject }, notes: book.notes, isLeftOut: false, tokens: countedTokens(tokens) }
}

/** The tokens of a row that is not rendered, so that only its trainer can tell which are trained on. */
export function countedTokens(total: number | null): TargetRow['tokens'] {
  return total === null ? null : { total, trained: null }
}

/** A unit that does not leave; the notes say why. */
export function leftOutRow(book: NoteBook): TargetRow {
  return { values: {}, notes: book.notes, isLeftOut: true, tokens: null }
}
