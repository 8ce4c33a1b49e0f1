import type { DuckDBConnection } from '@duckdb/node-api'
import type { MeasureInfo } from '#record'
import { measureColumn } from './columns.ts'
import { forgetGroups } from './group-duplicates.ts'
import { forgetJudged } from './judging/plan-in-force.ts'
import { columnOf } from './schema.ts'

/** What a column's values were computed by: another one of it makes them stale. */
type Sign = string

/** Key in `meta` of the signs of every column, as JSON: `{"n_messages": "[1,\"integer\",null]"}`. */
const MEASURES = 'measures'

/**
 * Brings the columns to these measures, inside the running transaction: a removed measure's goes, an added or changed one's comes empty, and every
 * measured row is noted to lack it. All others keep their values. Costs the same however many rows there are, but for the note.
 */
export async function bringMeasures(connection: DuckDBConnection, measures: readonly MeasureInfo[]): Promise<void> {
  const wanted = new Map(measures.map((info) => [info.id, signOf(info)]))
  const held = (await heldSigns(connection)) ?? wanted
  const gone = [...held.keys()].filter((id) => held.get(id) !== wanted.get(id))
  const fresh = measures.filter(({ id }) => held.get(id) !== wanted.get(id))
  for (const id of gone) await connection.run(`ALTER TABLE examples DROP COLUMN ${measureColumn(id)}`)
  for (const info of fresh) await connection.run(`ALTER TABLE examples ADD COLUMN ${columnOf(info)}`)
  if (gone.length + fresh.length > 0) {
    await forgetJudged(connection)
    await forgetGroups(connection)
    await noteLacking(
      connection,
      wanted,
      fresh.map(({ id }) => id),
    )
  }
  await connection.run('DELETE FROM meta WHERE key = $1', [MEASURES])
  await connection.run('INSERT INTO meta VALUES ($1, $2)', [MEASURES, JSON.stringify([...wanted])])
}

function signOf({ version, type, encoding }: MeasureInfo): Sign {
  return JSON.stringify([version, type, encoding ?? null])
}

/** Undefined in a file just made. */
async function heldSigns(connection: DuckDBConnection): Promise<Map<string, Sign> | undefined> {
  const [line] = (await connection.runAndReadAll('SELECT value FROM meta WHERE key = $1', [MEASURES])).getRows()
  return line && new Map(JSON.parse(String(line[0])) as [string, Sign][])
}

/** What rows lacked before they lack still, as far as it is wanted; what is fresh, every measured row lacks. */
async function noteLacking(connection: DuckDBConnection, wanted: ReadonlyMap<string, Sign>, fresh: readonly string[]): Promise<void> {
  const sets = (await connection.runAndReadAll('SELECT id, measures FROM lacks ORDER BY id')).getRows()
  for (const [id, measures] of sets) {
    const lacking = new Set([...(JSON.parse(String(measures)) as string[]).filter((measure) => wanted.has(measure)), ...fresh])
    await putSet(connection, Number(id), [...lacking])
  }
  if (fresh.length === 0) return
  const next = 1 + Math.max(0, ...sets.map(([id]) => Number(id)))
  await connection.run(`UPDATE examples SET lacks = ${next} WHERE "isMeasured" AND lacks IS NULL`)
  await putSet(connection, next, fresh)
}

/** Writes a set of measures; one that is empty, or that no row lacks, goes. */
async function putSet(connection: DuckDBConnection, id: number, measures: readonly string[]): Promise<void> {
  await connection.run(`DELETE FROM lacks WHERE id = ${id}`)
  if (measures.length === 0) await connection.run(`UPDATE examples SET lacks = NULL WHERE lacks = ${id}`)
  await connection.run(`INSERT INTO lacks SELECT ${id}, $1 WHERE EXISTS (SELECT 1 FROM examples WHERE lacks = ${id})`, [
    JSON.stringify(measures),
  ])
}
