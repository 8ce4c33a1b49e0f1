import { FACETS, type FacetCount, type FacetId, type Facets } from '#record'
import type { Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { facetColumn } from './facet-columns.ts'
import { selectionSql, tickedFacets } from './selection-sql.ts'

/** Every facet's values with their counts, most first. A facet's own ticks do not narrow its counts: the others' do. */
export async function facetCounts(reader: Reader, columns: Columns, query: Query): Promise<Facets['counts']> {
  const ticked = tickedFacets(query)
  const free = FACETS.filter((facet) => !ticked.includes(facet))
  const isJoined = (facet: FacetId) => facetColumn(facet, columns).isJoined
  // Those of the standings by themselves: a join carries every column it is given.
  const groups = [free.filter((facet) => !isJoined(facet)), free.filter(isJoined), ...ticked.map((facet) => [facet])].filter(
    ({ length }) => length > 0,
  )
  const counted = await Promise.all(groups.map((facets) => countGroup(reader, columns, query, facets)))
  return Object.assign({}, ...counted)
}

/** Facets that share one selection: that of the query without their ticks. */
async function countGroup(
  reader: Reader,
  columns: Columns,
  query: Query,
  facets: readonly FacetId[],
): Promise<Partial<Record<FacetId, FacetCount[]>>> {
  const others = Object.fromEntries(Object.entries(query.facets ?? {}).filter(([name]) => !facets.some((facet) => facet === name)))
  const counted = facets.map((facet) => facetColumn(facet, columns))
  const { sql, values } = selectionSql({ ...query, facets: others }, columns, counted)
  const base = counted.map((column, place) => `${column.sql} AS f${place}`).join(', ')
  const sets = facets.map((_, place) => `(f${place})`).join(', ')
  const names = facets.map((_, place) => `f${place}`).join(', ')
  const lines = await reader.read(
    `SELECT count(*) AS n, coalesce(${names}) AS value, ${facets.map((_, place) => `grouping(f${place}) = 0`).join(', ')}
     FROM (SELECT ${base} ${sql}) GROUP BY GROUPING SETS (${sets}) ORDER BY n DESC, value`,
    values,
  )
  return Object.fromEntries(
    facets.map((facet, place) => [
      facet,
      lines.filter((line) => line[place + 2] === true).map(([count, value]) => ({ value: String(value), count: Number(count) })),
    ]),
  )
}
