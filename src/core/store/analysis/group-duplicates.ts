import type { DuckDBConnection } from '@duckdb/node-api'
import { fault } from '#record'
import type { Columns } from './columns.ts'
import type { Connections } from './connections.ts'
import { fingerprintOf, groupedSql } from './duplicates/fingerprint.ts'
import { groupSketches } from './duplicates/group-sketches.ts'
import { readSketches } from './duplicates/read-sketches.ts'
import { SKETCHED_COLUMNS, type SketchedColumn } from './duplicates/sketched-column.ts'
import { writeGroups } from './duplicates/write-groups.ts'

/** Rows that come and go while groups are made: it begins again so often. */
const TRIES = 3

/** In `meta`: what the groups held were made of. */
const NOTE = 'groups'

/** Raised when the same rows would be grouped otherwise. */
const VERSION = 1

/** See `AnalysisStore.groupDuplicates`. */
export async function groupDuplicates(connections: Connections, columns: Columns, signal?: AbortSignal): Promise<boolean> {
  const sketched = SKETCHED_COLUMNS.filter(({ measure }) => columns.measures.some(({ id }) => id === measure))
  if (await isCurrent((sql) => connections.read(sql), sketched)) return false
  for (let left = TRIES; left > 0; left--) {
    const made: string[] = []
    for (const column of sketched) made.push(await groupColumn(connections, column, signal))
    if (await connections.write((connection) => putNote(connection, sketched, made))) return true
  }
  throw fault('conflict', 'Duplicates could not be grouped: examples came or went while it was done.', {
    remedy: 'Wait until nothing is being added, and try again.',
  })
}

/** Returns the fingerprint of the rows that were grouped. */
async function groupColumn(connections: Connections, column: SketchedColumn, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted()
  const { bytes, count, fingerprint } = await readSketches(connections, column, signal)
  const places = await groupSketches(bytes, count, column.threshold, signal)
  await writeGroups(connections, { column, places, fingerprint }, signal)
  return fingerprint
}

/** Notes that the groups are those of the rows there are; false when other rows are there by now. */
async function putNote(connection: DuckDBConnection, sketched: readonly SketchedColumn[], made: readonly string[]): Promise<boolean> {
  for (const [at, column] of sketched.entries()) if ((await fingerprintOf(connection, column)) !== made[at]) return false
  const note = await noteNow(async (sql) => (await connection.runAndReadAll(sql)).getRows(), sketched)
  await connection.run(`DELETE FROM meta WHERE key = '${NOTE}'`)
  await connection.run(`INSERT INTO meta VALUES ('${NOTE}', $1)`, [note])
  return true
}

type Read = (sql: string) => Promise<readonly (readonly unknown[])[]>

async function isCurrent(read: Read, sketched: readonly SketchedColumn[]): Promise<boolean> {
  const [line] = await read(`SELECT value FROM meta WHERE key = '${NOTE}'`)
  return line !== undefined && String(line[0]) === (await noteNow(read, sketched))
}

/** Of sketches and groups: whoever puts, changes or removes a row need not know of groups. */
async function noteNow(read: Read, sketched: readonly SketchedColumn[]): Promise<string> {
  const [line = []] = await read(groupedSql(sketched))
  return [VERSION, ...sketched.map(({ threshold }) => threshold), ...line].join(' ')
}
