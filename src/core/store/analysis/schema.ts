import { createHash } from 'node:crypto'
import type { MeasureInfo, MeasureType } from '#record'
import { INDEX_KEYS, INDEX_TYPES, measureColumn, quote } from './columns.ts'

/** Raised when the tables below change in another way than by their measures, or the file's block size does. */
const LAYOUT = 11

/**
 * A tally: its keys, and beside each up to three amounts. In the row itself it goes and comes with the row and is unnested without a join. Lists
 * side by side, because a key is looked for in a list of texts in a third of the time it takes in a list of entries.
 */
const TALLY_TYPE = 'STRUCT(key VARCHAR[], a DOUBLE[], b DOUBLE[], c DOUBLE[])'

/** Whole numbers of the index are doubles too: JavaScript's numbers, exact to 2^53, with no bigint on the way back. */
const SQL_TYPES: Record<MeasureType, string> = { integer: 'DOUBLE', real: 'DOUBLE', text: 'VARCHAR', boolean: 'BOOLEAN', tally: TALLY_TYPE }

/**
 * Statements that make the tables. No keys or indexes: rows come in batches, and checking keys would cost more than it saves. Columns of measures
 * come and go, so whoever writes rows names them.
 */
export function createTables(measures: readonly MeasureInfo[]): string[] {
  const columns = [
    ...INDEX_KEYS.map((key) => `${quote(key)} ${SQL_TYPES[INDEX_TYPES[key]]}`),
    '"isMeasured" BOOLEAN',
    // Which of the sets in `lacks` a measured row has no values of; null when it has all.
    'lacks INTEGER',
    // The steps of the plan in force that the row fails, a bit each; null until it is judged. In the row itself: a join took longer than any plot may.
    'failed BIGINT',
    '"issueGroup" VARCHAR',
    '"patchGroup" VARCHAR',
    ...measures.map(columnOf),
  ]
  return [
    'CREATE TABLE meta (key VARCHAR, value VARCHAR)',
    // The rows a draft would keep, or drop, and the plan in force does not.
    'CREATE TABLE moved (key UBIGINT, "isKept" BOOLEAN)',
    `CREATE TABLE examples (${columns.join(', ')})`,
    // `measures`: their ids as a JSON list.
    'CREATE TABLE lacks (id INTEGER, measures VARCHAR)',
    // `hashes`: beside each of `decidedBy` the content hash that opinion is about. `editedHash`: the one edits are about.
    `CREATE TABLE standings ("exampleId" VARCHAR, decision VARCHAR, reason VARCHAR, note VARCHAR, reviewer VARCHAR, tags VARCHAR[],
      "decidedBy" VARCHAR[], hashes VARCHAR[], "isFlagged" BOOLEAN, "isDisputed" BOOLEAN, "editedHash" VARCHAR, "maskedMessages" DOUBLE,
      "isCut" BOOLEAN, redactions DOUBLE, seq DOUBLE)`,
  ]
}

/**
 * A measure's column with its type. Whole numbers have 32 bits: with blocks as small as ours DuckDB packs nothing wider, and a hundred columns of doubles
 * took half the file, and half the time of a page. Who reckons with them reads them as doubles, see `Columns`.
 */
export function columnOf({ id, type }: MeasureInfo): string {
  return `${measureColumn(id)} ${type === 'integer' ? 'INTEGER' : SQL_TYPES[type]}`
}

/** sha256 over what decides the tables, measures aside: with another fingerprint the file must be made anew. */
export function layoutFingerprint(): string {
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, INDEX_TYPES, TALLY_TYPE]))
    .digest('hex')
}
