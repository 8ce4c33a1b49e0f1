import type { SourceFile } from '#source'
import type { Adding } from './adding.ts'
import { groupsOf } from './groups-of.ts'
import { asSpans, missingRows, type Unit } from './unit.ts'

/** What is to be read so that every row is stored: file after file, row group after row group. */
export async function* wholeUnits(adding: Adding, files: readonly SourceFile[]): AsyncGenerator<Unit> {
  for (const file of files) yield* unitsOfFile(adding, file)
}

async function* unitsOfFile(adding: Adding, file: SourceFile): AsyncGenerator<Unit> {
  const { record } = adding.desk.session.workspace
  const stored = record.storedRows(adding.sourceId, file.path)
  const groups = await groupsOf(adding, file)
  if (groups === undefined) return
  if (groups === null) {
    const fromRow = record.fileProgress(adding.sourceId).find(({ path }) => path === file.path)?.nextRow ?? 0
    yield { file, wanted: { fromRow }, rows: null, stored, limit: null, bytes: file.bytes, completesFile: true }
    return
  }
  const missing = groups.map((group) => ({ group, rows: missingRows(group, stored) })).filter(({ rows }) => rows.length > 0)
  const nothing: Unit = { file, wanted: { spans: [] }, rows: 0, stored, limit: null, bytes: 0, completesFile: true }
  if (missing.length === 0) yield nothing
  for (const [n, { group, rows }] of missing.entries()) {
    const { bytes } = group
    yield { ...nothing, wanted: { spans: asSpans(rows) }, rows: rows.length, bytes, completesFile: n === missing.length - 1 }
  }
}
