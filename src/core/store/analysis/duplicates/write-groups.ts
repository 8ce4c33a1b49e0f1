import type { DuckDBConnection } from '@duckdb/node-api'
import { append, type Connections } from '../connections.ts'
import { rowsWent } from '../judging/plan-in-force.ts'
import { createTurn } from '../turn.ts'
import { fingerprintOf, hasSketch } from './fingerprint.ts'
import type { GroupWork } from './group-sketches.ts'
import type { SketchedColumn } from './sketched-column.ts'

/** Groups ready to be written: of each sketch in id order the place of its group's first. */
export interface MadeGroups {
  column: SketchedColumn
  places: Int32Array
  /** Of the rows they were made of, as `fingerprintOf` has it. */
  fingerprint: string
}

/** Places appended at once: a few milliseconds. */
const BATCH = 8_192

/**
 * Rows changed in one transaction, which holds what was there before in memory until its end: 600,000 at once took more than DuckDB is given.
 */
const STRETCH = 65_536

/** Temporary table of the ids of rows with a sketch and their places in id order. */
const PLACED = 'placed'

/**
 * Names groups by the ids of their first examples, in several transactions. False, with nothing written, when the rows are no more those the groups were
 * made of.
 *
 * @throws the signal's reason
 */
export async function writeGroups(
  connections: Connections,
  made: MadeGroups,
  { signal, told = () => undefined }: GroupWork = {},
): Promise<boolean> {
  if (!(await connections.write((connection) => putPlaced(connection, made)))) return false
  try {
    for (let from = 0; from < made.places.length; from += STRETCH) {
      signal?.throwIfAborted()
      told(from)
      await connections.write((connection) => writeStretch(connection, made, from))
    }
    await connections.write((connection) => clearOthers(connection, made.column))
    return true
  } finally {
    // Whatever went wrong is told, not that this did not work either: the next one makes it anew.
    await connections.write((connection) => connection.run(`DROP TABLE ${PLACED}`)).catch(() => undefined)
  }
}

async function putPlaced(connection: DuckDBConnection, { column, fingerprint }: MadeGroups): Promise<boolean> {
  if ((await fingerprintOf(connection, column)) !== fingerprint) return false
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${PLACED} AS
       SELECT id, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS place FROM examples WHERE ${hasSketch(column)}`,
  )
  return true
}

async function writeStretch(connection: DuckDBConnection, { column: { group }, places }: MadeGroups, from: number): Promise<void> {
  await putPlaces(connection, places, from)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE regrouped AS SELECT own.id, leader.id AS leader
     FROM places g JOIN ${PLACED} own ON own.place = g.place JOIN ${PLACED} leader ON leader.place = g.first`,
  )
  // Rows by their ids: rowids hold within one transaction only.
  const { rowsChanged } = await connection.run(
    `UPDATE examples SET ${group} = r.leader FROM regrouped r WHERE r.id = examples.id AND examples.${group} IS DISTINCT FROM r.leader`,
  )
  for (const table of ['regrouped', 'places']) await connection.run(`DROP TABLE ${table}`)
  // Where some of a group are chosen, others may stay now.
  if (rowsChanged > 0) await rowsWent(connection)
}

async function putPlaces(connection: DuckDBConnection, places: Int32Array, from: number): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE places (place INTEGER, first INTEGER)')
  const turn = createTurn()
  const end = Math.min(from + STRETCH, places.length)
  for (let start = from; start < end; start += BATCH) {
    await append(connection, 'places', places.subarray(start, Math.min(start + BATCH, end)).keys(), (appender, at) => {
      appender.appendInteger(start + at)
      appender.appendInteger(places[start + at] ?? 0)
    })
    await turn.next()
  }
}

async function clearOthers(connection: DuckDBConnection, column: SketchedColumn): Promise<void> {
  const { rowsChanged } = await connection.run(
    `UPDATE examples SET ${column.group} = NULL WHERE ${column.group} IS NOT NULL AND (${hasSketch(column)}) IS NOT TRUE`,
  )
  if (rowsChanged > 0) await rowsWent(connection)
}
