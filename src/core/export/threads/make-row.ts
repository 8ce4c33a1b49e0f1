import { createHash } from 'node:crypto'
import type { Example, ExampleEdits, ExampleRow, JsonObject, RowNote } from '#record'
import { applyEdits, type EditedExample } from '#review'
import { type EditNote, editNoteOf, rowNoteOf } from '../edit-note.ts'
import type { FileSpec, RowContext, TargetFormat, TargetRow, Unit } from '../targets/target-format.ts'
import { judgeRow } from '../trainer/judge-row.ts'

/** An example of a unit, as it is in the workspace. */
export interface LoadedExample {
  row: ExampleRow
  example: Example
  edits: ExampleEdits
}

/** What became of one unit, ready to be written. */
export interface MadeRow {
  /** A row a file: one line of JSON with its line feed, for Parquet the values of its columns; with the sha256 (hex) of these bytes but the line feed. */
  rows: { file: string; bytes: Uint8Array; sha256: string }[]
  notes: RowNote[]
  isLeftOut: boolean
  /** See {@link TargetRow}. */
  tokens: TargetRow['tokens']
  /** Of those of its examples that people edited. */
  edits: EditNote[]
}

/** What the rows of an export are made by. */
export interface RowMaker {
  format: TargetFormat
  /** Those of the format's files that this export has. */
  files: readonly FileSpec[]
  context: RowContext
}

/** Makes the row of a unit, of one example or of a pair: equal input gives equal bytes. */
export function makeRow({ format, files, context }: RowMaker, loaded: readonly LoadedExample[]): MadeRow {
  const edited = loaded.map(({ example, edits }) => applyEdits(example, edits))
  const unit = unitOf(loaded, edited)
  const noted = loaded.flatMap((one, place) => noteOf(one, edited[place]))
  const { values, notes, isLeftOut, tokens } = judgeRow(format, unit, format.rowOf(unit, context), context)
  return {
    rows: isLeftOut ? [] : files.flatMap((spec) => (values[spec.id] === undefined ? [] : [rowIn(spec, values[spec.id])])),
    notes: isLeftOut ? notes : [...notes, ...noted.map(({ note, masked }) => rowNoteOf(note, masked))],
    isLeftOut,
    tokens,
    edits: isLeftOut ? [] : noted.map(({ note }) => note),
  }
}

/** The unit of loaded examples: of one, or of a pair with the chosen one first. */
export function unitOf(loaded: readonly LoadedExample[], edited: readonly EditedExample[]): Unit {
  const [first, second] = loaded.flatMap(({ row }, place) => (edited[place] ? [{ row, edited: edited[place] }] : []))
  if (!first) throw new Error('a unit without an example')
  return second ? { kind: 'pair', chosen: first, rejected: second } : { kind: 'example', one: first }
}

/** JSON escapes a lone surrogate, so that the bytes are always valid UTF-8. */
function rowIn({ id, format }: FileSpec, value: JsonObject | undefined): MadeRow['rows'][number] {
  const lines = format === 'session' && Array.isArray(value?.lines) ? value.lines : [value]
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'utf8')
  return { file: id, bytes, sha256: createHash('sha256').update(bytes.subarray(0, -1)).digest('hex') }
}

function noteOf({ row, edits }: LoadedExample, edited: EditedExample | undefined): { note: EditNote; masked: number[] }[] {
  const note = edited && editNoteOf(row, edits, edited)
  return note ? [{ note, masked: edited.masked }] : []
}
