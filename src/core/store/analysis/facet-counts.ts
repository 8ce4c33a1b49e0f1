import type { DuckDBValue } from '@duckdb/node-api'
import { FACETS, type FacetCount, type FacetId, type Facets } from '#record'
import type { Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { countRows } from './count-rows.ts'
import { facetColumn } from './facet-columns.ts'
import { selectionSql, tickedFacets } from './selection-sql.ts'
import { isSpoken, type PlainFacet, type SpokenFacet, spokenSql } from './spoken-facets.ts'

/** Every facet's values with their counts, most first. A facet's own ticks do not narrow its counts: the others' do. */
export async function facetCounts(reader: Reader, columns: Columns, query: Query): Promise<Facets['counts']> {
  const ticked = tickedFacets(query)
  const free = FACETS.filter((facet) => !ticked.includes(facet))
  const groups = [free, ...ticked.map((facet) => [facet])].filter(({ length }) => length > 0)
  const counted = await Promise.all(groups.map((facets) => countGroup(reader, columns, query, facets)))
  return Object.assign({}, ...counted)
}

/** Facets that share one selection: that of the query without their ticks. */
async function countGroup(reader: Reader, columns: Columns, query: Query, facets: readonly FacetId[]): Promise<Facets['counts']> {
  const others = Object.fromEntries(Object.entries(query.facets ?? {}).filter(([name]) => !facets.some((facet) => facet === name)))
  const shared = { ...query, facets: others }
  const spoken = facets.filter(isSpoken)
  const plain = facets.filter((facet) => !isSpoken(facet))
  const [counted, said]: [Facets['counts'], Said[]] = await Promise.all([
    plain.length > 0 ? countPlain(reader, columns, shared, plain) : {},
    spoken.length > 0 ? countSpoken(reader, columns, shared, spoken) : [],
  ])
  if (said.length === 0) return counted
  const total = sum(Object.values(counted)[0]) ?? (await countRows(reader, columns, shared))
  return Object.assign(counted, ...said.map((one) => withNone(one, total)))
}

/** What is stored is grouped, and told by its words when it is few. */
async function countPlain(reader: Reader, columns: Columns, query: Query, facets: readonly PlainFacet[]): Promise<Facets['counts']> {
  const counted = facets.map((facet) => facetColumn(facet, columns))
  const { sql, values } = selectionSql(query, columns, counted)
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
  return countsOf(facets, lines)
}

/** A facet's values, and how many rows have any. */
interface Said {
  facet: SpokenFacet
  counts: FacetCount[]
  rows: number
}

/** Rows of which nothing was said need no look: they are what is left of all. */
async function countSpoken(reader: Reader, columns: Columns, query: Query, facets: readonly SpokenFacet[]): Promise<Said[]> {
  const { sql, values } = selectionSql(query, columns, [{ isJoined: true }])
  const lists = facets.map((facet, place) => `${spokenSql(facet, columns)} AS l${place}`).join(', ')
  const counted = facets.flatMap((_, place) => [
    `SELECT ${place} AS facet, value, count(*) AS n FROM (SELECT unnest(l${place}) AS value FROM said) GROUP BY value`,
    `SELECT ${place}, NULL, count(*) FROM said WHERE len(l${place}) > 0`,
  ])
  const lines = await reader.read(
    `WITH said AS MATERIALIZED (FROM (SELECT s."exampleId" AS example, ${lists} ${sql}) WHERE example IS NOT NULL)
     FROM (${counted.join(' UNION ALL ')}) ORDER BY n DESC, value`,
    values,
  )
  const isOfRows = ([, value]: readonly DuckDBValue[]) => value === null
  const countsBy = countsOf(
    facets,
    lines.filter((line) => !isOfRows(line)),
  )
  return facets.map((facet, place) => {
    const rows = Number(lines.find((line) => line[0] === place && isOfRows(line))?.[2] ?? 0)
    return { facet, counts: countsBy[facet] ?? [], rows }
  })
}

function withNone({ facet, counts, rows }: Said, total: number): Facets['counts'] {
  const none = { value: '', count: total - rows }
  return { [facet]: [...counts, none].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count) }
}

function sum(counts: readonly FacetCount[] | undefined): number | undefined {
  return counts?.reduce((total, { count }) => total + count, 0)
}

/** Lines of a facet's place, a value, and how many rows have it. */
function countsOf(facets: readonly FacetId[], lines: readonly DuckDBValue[][]): Facets['counts'] {
  const countsAt = (at: number) =>
    lines.filter(([place]) => place === at).map(([, value, n]) => ({ value: String(value), count: Number(n) }))
  return Object.fromEntries(facets.map((facet, place) => [facet, countsAt(place)]))
}
