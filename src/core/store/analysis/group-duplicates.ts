import type { DuckDBConnection } from '@duckdb/node-api'
import { fault } from '#record'
import type { GroupOptions } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Connections } from './connections.ts'
import { fingerprintOf, groupedSql, hasSketch } from './duplicates/fingerprint.ts'
import { type GroupWork, groupSketches } from './duplicates/group-sketches.ts'
import { joinGroups, readUngrouped } from './duplicates/join-groups.ts'
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
export async function groupDuplicates(
  connections: Connections,
  columns: Columns,
  { signal, isQuick = false, progress }: GroupOptions = {},
): Promise<boolean> {
  const sketched = SKETCHED_COLUMNS.filter(({ measure }) => columns.measures.some(({ id }) => id === measure))
  if (sketched.length === 0) return false
  if (await isCurrent((sql) => connections.read(sql), sketched)) return false
  if (isQuick && (await joinFew(connections, sketched, signal))) return true
  for (let left = isQuick ? 1 : TRIES; left > 0; left--) {
    const made: string[] = []
    const total = await countSketches(connections, sketched)
    for (const [at, column] of sketched.entries()) {
      const tell = (parts: number) => progress?.(Math.min(total, Math.round((total * at + parts / PHASES) / sketched.length)), total)
      made.push(await groupColumn(connections, column, { signal, told: tell }))
    }
    if (await connections.write((connection) => putNote(connection, sketched, made))) return true
  }
  // Rows keep coming: the groups are those of a moment ago.
  if (isQuick) return true
  throw fault('conflict', 'Duplicates could not be grouped: examples came or went while it was done.', {
    remedy: 'Wait until nothing is being added, and try again.',
  })
}

/** False where groups were never made, or too many rows have none. */
async function joinFew(connections: Connections, sketched: readonly SketchedColumn[], signal?: AbortSignal): Promise<boolean> {
  const noted = await connections.read(`SELECT value FROM meta WHERE key = '${NOTE}'`)
  if (noted.length === 0) return false
  const joining = await Promise.all(sketched.map((column) => readUngrouped(connections, column)))
  if (joining.includes(null)) return false
  for (const [at, column] of sketched.entries()) await joinGroups(connections, column, joining[at] ?? [], signal)
  return true
}

/** Every sketch is read, grouped and written. */
const PHASES = 3

/** Of the column that has most: how many examples the work is about. */
async function countSketches(connections: Connections, sketched: readonly SketchedColumn[]): Promise<number> {
  const [line = []] = await connections.read(
    `SELECT ${sketched.map((column) => `count(*) FILTER (${hasSketch(column)})`).join(', ')} FROM examples`,
  )
  return Math.max(0, ...line.map(Number))
}

/** Returns the fingerprint of the rows that were grouped. */
async function groupColumn(
  connections: Connections,
  column: SketchedColumn,
  { signal, told = () => undefined }: GroupWork,
): Promise<string> {
  signal?.throwIfAborted()
  const { bytes, count, fingerprint } = await readSketches(connections, column, { signal, told })
  const places = await groupSketches(bytes, count, column.threshold, { signal, told: (done) => told(count + done) })
  await writeGroups(connections, { column, places, fingerprint }, { signal, told: (done) => told(2 * count + done) })
  told(PHASES * count)
  return fingerprint
}

/** Notes that sketches are others by now: nothing joins the groups that were made of those before. */
export async function forgetGroups(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DELETE FROM meta WHERE key = '${NOTE}'`)
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
