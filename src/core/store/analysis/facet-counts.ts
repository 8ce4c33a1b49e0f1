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
  const groups = [free, ...ticked.map((facet) => [facet])].filter(({ length }) => length > 0)
  const counted = await Promise.all(groups.map((facets) => countGroup(reader, columns, query, facets)))
  return Object.assign({}, ...counted)
}

/** Facets that share one selection: that of the query without their ticks. What is stored is grouped, and told by its words when it is few. */
async function countGroup(
  reader: Reader,
  columns: Columns,
  query: Query,
  facets: readonly FacetId[],
): Promise<Partial<Record<FacetId, FacetCount[]>>> {
  const others = Object.fromEntries(Object.entries(query.facets ?? {}).filter(([name]) => !facets.some((facet) => facet === name)))
  const counted = facets.map((facet) => facetColumn(facet, columns))
  const { sql, values } = selectionSql({ ...query, facets: others }, columns, counted)
  const names = counted.map(({ reads }, place) => reads.map((_, read) => `f${place}_${read}`))
  const base = counted.flatMap(({ reads }, place) => reads.map((read, at) => `${read} AS ${names[place]?.[at]}`)).join(', ')
  const sets = names.map((set) => `(${set.join(', ')})`)
  const told = counted.map(({ tell }, place) => `WHEN grouping(${names[place]?.[0]}) = 0 THEN ${tell(...(names[place] ?? []))}`)
  const places = names.map(([first], place) => `WHEN grouping(${first}) = 0 THEN ${place}`)
  const lines = await reader.read(
    `SELECT facet, value, sum(n) AS n
     FROM (SELECT CASE ${places.join(' ')} END AS facet, CASE ${told.join(' ')} END AS value, count(*) AS n
       FROM (SELECT ${base} ${sql}) GROUP BY GROUPING SETS (${sets.join(', ')}))
     GROUP BY facet, value ORDER BY n DESC, value`,
    values,
  )
  const countsAt = (at: number) =>
    lines.filter(([place]) => place === at).map(([, value, n]) => ({ value: String(value), count: Number(n) }))
  return Object.fromEntries(facets.map((facet, place) => [facet, countsAt(place)]))
}
