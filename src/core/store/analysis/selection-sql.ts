import { FACETS, type FacetId, fault } from '#record'
import type { Query } from '../types.ts'
import { Bindings, type Bound } from './bindings.ts'
import type { Columns } from './columns.ts'
import { columnsOf, expressionSql } from './expression-sql.ts'
import { facetColumn } from './facet-columns.ts'
import { hasSql } from './has-sql.ts'
import { failingSql } from './judging/failing-sql.ts'
import { movedKey } from './judging/moved-key.ts'
import { isSpoken, tickedSpokenSql } from './spoken-facets.ts'

/** A selection as SQL: `FROM ... WHERE ...` with its values. */
export interface SelectionSql {
  sql: string
  values: readonly Bound[]
}

const JOINS = 'examples e LEFT JOIN standings s ON s."exampleId" = e.id'

/** The table with everything that is known of each example. */
export const FROM_ALL = `FROM ${JOINS}`

/** The same for few examples, whose ids a query gives: joining every standing there is to them would take longer than all the rest. */
export function fromFew(ids: string): string {
  return `FROM examples e LEFT JOIN (FROM standings WHERE "exampleId" IN (${ids})) s ON s."exampleId" = e.id`
}

/** What text is looked for in. */
const SEARCHED = ['instance_id', 'repo', 'trajectory_id', 'id', 'model']

/**
 * `FROM ... WHERE ...` of a query. `also` names further columns the statement reads, so that standings are joined only when something
 * needs them.
 *
 * @throws FaultError `bad-input` for a facet, measure, tally, column or step there is not
 */
export function selectionSql(query: Query, columns: Columns, also: readonly { isJoined: boolean }[] = []): SelectionSql {
  const bindings = new Bindings()
  const facets = tickedFacets(query).map((facet) => tickedSql(facet, query.facets?.[facet] ?? [], columns, bindings))
  const conditions = [
    query.ids ? `e.id IN (SELECT unnest(from_json(${bindings.add(JSON.stringify(query.ids))}, '["VARCHAR"]')))` : '',
    textSql(query.text, columns, bindings),
    ...facets.map(({ sql }) => sql),
    ...rangesSql(query, columns, bindings),
    ...tallied(query).map(([tally, keys]) => hasSql(columns.tally(tally), keys, bindings)),
    query.failing && query.failing.steps.length > 0 ? failingSql(query.failing, columns.inForce.plan) : '',
    query.moved ? `${movedKey('e.id')} IN (SELECT key FROM moved WHERE "isKept" = ${query.moved === 'kept'})` : '',
    ...(query.where ? [expressionSql(query.where, columns, bindings)] : []),
  ].filter((condition) => condition !== '')
  const named = query.where ? columnsOf(query.where).map((name) => columns.find(name)) : []
  const isJoined = [...also, ...named, ...facets].some((column) => column.isJoined)
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  return { sql: `FROM ${isJoined ? JOINS : 'examples e'}${where}`, values: bindings.values }
}

/** Bindings are numbered, so that conditions may be made in any order. */
function tickedSql(facet: FacetId, ticked: readonly string[], columns: Columns, bindings: Bindings): { sql: string; isJoined: boolean } {
  if (isSpoken(facet)) return { sql: tickedSpokenSql(facet, ticked, columns, bindings), isJoined: true }
  const { sql, isJoined } = facetColumn(facet, columns)
  return { sql: `${sql} IN (${ticked.map((value) => bindings.add(value)).join(', ')})`, isJoined }
}

/** Facets with at least one value ticked. */
export function tickedFacets(query: Query): FacetId[] {
  const ticked = Object.entries(query.facets ?? {}).filter(([, values]) => values !== undefined && values.length > 0)
  return ticked.map(([name]) => {
    const facet = FACETS.find((known) => known === name)
    if (facet) return facet
    throw fault('bad-input', `There is no facet "${name}". There are ${FACETS.join(', ')}.`, { culprit: name })
  })
}

function textSql(text: string | undefined, columns: Columns, bindings: Bindings): string {
  if (!text) return ''
  const wanted = bindings.add(text)
  return `(${SEARCHED.map((name) => `coalesce(contains(lower(${columns.find(name).sql}), lower(${wanted})), false)`).join(' OR ')})`
}

function rangesSql({ ranges = {} }: Query, columns: Columns, bindings: Bindings): string[] {
  return Object.entries(ranges).flatMap(([measure, { min, max }]) => {
    const { sql } = columns.numeric(measure)
    return [...(min === null ? [] : [`${sql} >= ${bindings.add(min)}`]), ...(max === null ? [] : [`${sql} <= ${bindings.add(max)}`])]
  })
}

/** Tallies with at least one key asked for. */
function tallied({ has = {} }: Query): [string, string[]][] {
  return Object.entries(has).filter(([, keys]) => keys.length > 0)
}
