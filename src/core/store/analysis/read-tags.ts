import type { FacetCount } from '#record'
import type { Reader } from './connections.ts'

/** See `AnalysisStore.tags`. */
export async function readTags(reader: Reader): Promise<FacetCount[]> {
  const lines = await reader.read(
    `SELECT value, count(*) AS n FROM (SELECT unnest(s.tags) AS value FROM standings s JOIN examples e ON e.id = s."exampleId")
     GROUP BY value ORDER BY n DESC, value`,
  )
  return lines.map(([value, n]) => ({ value: String(value), count: Number(n) }))
}
