import { createHash } from 'node:crypto'
import type { MeasureInfo, MeasureType } from '#record'
import { INDEX_KEYS, INDEX_TYPES, measureColumn, quote } from './columns.ts'

/** Raised when the tables below change. */
const LAYOUT = 2

/** Entries of a tally: a key with up to three amounts. A list in the row itself goes and comes with the row and is unnested without a join. */
const TALLY_TYPE = 'STRUCT(key VARCHAR, a DOUBLE, b DOUBLE, c DOUBLE)[]'

/** Whole numbers are doubles too: JavaScript's numbers, exact to 2^53, with no bigint on the way back. */
const SQL_TYPES: Record<MeasureType, string> = { integer: 'DOUBLE', real: 'DOUBLE', text: 'VARCHAR', boolean: 'BOOLEAN', tally: TALLY_TYPE }

/** Statements that make the tables. No keys or indexes: rows come in batches, and checking keys would cost more than it saves. */
export function createTables(measures: readonly MeasureInfo[]): string[] {
  const columns = [
    ...INDEX_KEYS.map((key) => `${quote(key)} ${SQL_TYPES[INDEX_TYPES[key]]}`),
    '"isMeasured" BOOLEAN',
    ...measures.map(({ id, type }) => `${measureColumn(id)} ${SQL_TYPES[type]}`),
  ]
  return [
    'CREATE TABLE meta (key VARCHAR, value VARCHAR)',
    `CREATE TABLE examples (${columns.join(', ')})`,
    'CREATE TABLE verdicts (id VARCHAR, verdict VARCHAR, reasons VARCHAR)',
    `CREATE TABLE standings ("exampleId" VARCHAR, decision VARCHAR, reason VARCHAR, note VARCHAR, reviewer VARCHAR, "contentHash" VARCHAR)`,
  ]
}

/** sha256 over what decides the tables and the values in them: another fingerprint means the file must be filled anew. */
export function fingerprintOf(measures: readonly MeasureInfo[]): string {
  const parts = measures.map(({ id, version, type, encoding = null }) => [id, version, type, encoding])
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, INDEX_TYPES, parts]))
    .digest('hex')
}
