import { parseExpression } from '#filter'
import { MEASURE_INFO } from '#measure'
import type { Selection } from '#record'
import { INDEX_COLUMNS, type Query } from '#store'

/** What a recipe speaks about. */
export const MEASURED: Query = { facets: { measured: ['measured'] } }

/** Columns a `where` expression may name: the index's, and every measure's that is not called like one of them. */
const taken = new Set(INDEX_COLUMNS.map(({ id }) => id))
const COLUMNS = [...INDEX_COLUMNS, ...MEASURE_INFO.filter(({ id }) => !taken.has(id)).map(({ id, type }) => ({ id, type }))]

/** A selection with its expression parsed; throws `bad-input` with the place of the mistake. */
export function queryOf({ where, ...rest }: Selection): Query {
  return where?.trim() ? { ...rest, where: parseExpression(where, COLUMNS) } : rest
}
