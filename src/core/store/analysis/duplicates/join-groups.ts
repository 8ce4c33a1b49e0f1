import type { DuckDBConnection } from '@duckdb/node-api'
import { SKETCH_LENGTH } from '#record'
import type { Connections } from '../connections.ts'
import { hasSketch } from './fingerprint.ts'
import { leastSame } from './leaders.ts'
import type { SketchedColumn } from './sketched-column.ts'

/** Rows that join groups one by one, each in one look at all sketches: of more, making every group anew is quicker. */
const MOST_JOINING = 32

/** Ids of rows that have a sketch and no group yet; null when they are too many to join one by one. */
export async function readUngrouped(connections: Connections, column: SketchedColumn): Promise<string[] | null> {
  const lines = await connections.read(
    `SELECT id FROM examples WHERE ${hasSketch(column)} AND ${column.group} IS NULL ORDER BY id LIMIT ${MOST_JOINING + 1}`,
  )
  return lines.length > MOST_JOINING ? null : lines.map(([id]) => String(id))
}

/** Each joins the group whose first member it is most like, if it is like enough, and else begins one; nobody else changes groups. */
export async function joinGroups(
  connections: Connections,
  column: SketchedColumn,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    signal?.throwIfAborted()
    await connections.write((connection) => joinGroup(connection, column, id))
  }
}

async function joinGroup(connection: DuckDBConnection, column: SketchedColumn, id: string): Promise<void> {
  const { group, sketch, threshold } = column
  const [line] = (await connection.runAndReadAll(`SELECT ${sketch} FROM examples WHERE id = $1 AND ${hasSketch(column)}`, [id])).getRows()
  if (!line) return
  const closest = await connection.runAndReadAll(
    `SELECT id FROM (SELECT id, CASE WHEN ${hasSketch(column)} THEN hamming(${sketch}, $1) END AS differing FROM examples WHERE ${group} = id)
     WHERE differing <= ${SKETCH_LENGTH - leastSame(threshold)} ORDER BY differing, id LIMIT 1`,
    [String(line[0])],
  )
  const leader = closest.getRows()[0]?.[0] ?? id
  await connection.run(`UPDATE examples SET ${group} = $1 WHERE id = $2`, [String(leader), id])
}
