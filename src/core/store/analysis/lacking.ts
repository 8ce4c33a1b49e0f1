import type { LackingRow } from '../types.ts'
import type { Connections } from './connections.ts'

/** See `AnalysisStore.lacking`. */
export async function readLacking(connections: Connections, afterId: string | null, limit: number): Promise<LackingRow[]> {
  const after = afterId === null ? '' : 'AND e.id > $1'
  const lines = await connections.read(
    `SELECT e.id, e."contentHash", l.measures FROM examples e JOIN lacks l ON l.id = e.lacks WHERE true ${after} ORDER BY e.id LIMIT ${Math.trunc(limit)}`,
    afterId === null ? [] : [afterId],
  )
  return lines.map(toLacking)
}

/** See `AnalysisStore.lackingOf`. */
export async function readLackingOf(connections: Connections, ids: readonly string[]): Promise<LackingRow[]> {
  const wanted = `SELECT unnest(from_json($1, '["VARCHAR"]'))`
  const lines = await connections.read(
    `SELECT e.id, e."contentHash", l.measures FROM examples e JOIN lacks l ON l.id = e.lacks WHERE e.id IN (${wanted})`,
    [JSON.stringify(ids)],
  )
  return lines.map(toLacking)
}

/** See `AnalysisStore.countLacking`. */
export async function countLacking(connections: Connections, measure?: string): Promise<number> {
  const sets = await connections.read('SELECT l.measures, count(*) FROM examples e JOIN lacks l ON l.id = e.lacks GROUP BY ALL')
  return sets.reduce((sum, [measures, rows]) => (measure === undefined || listed(measures).includes(measure) ? sum + Number(rows) : sum), 0)
}

function toLacking([id, contentHash, measures]: readonly unknown[]): LackingRow {
  return { id: String(id), contentHash: String(contentHash), measures: listed(measures) }
}

function listed(measures: unknown): string[] {
  return JSON.parse(String(measures)) as string[]
}
