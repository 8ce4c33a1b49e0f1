import { DOUBLE, type DuckDBAppender, type DuckDBConnection, LIST, listValue, STRUCT, structValue, VARCHAR } from '@duckdb/node-api'
import type { ExampleIndex, MeasureInfo, Measurement, Measurements, Standing, TallyEntry } from '#record'
import type { StoredBody } from '../types.ts'
import { INDEX_KEYS, measureColumn, quote } from './columns.ts'
import { append } from './connections.ts'
import { forgetPlan, rowsWent } from './judging/plan-in-force.ts'

/** What `putExamples` is given. */
export interface ExampleWrite {
  index: ExampleIndex
  values: Measurements
}

/** Puts or replaces rows by id; the last of two with one id wins. Where no row has values, nothing is said of the measures. */
export async function putExamples(
  connection: DuckDBConnection,
  measures: readonly MeasureInfo[],
  rows: readonly ExampleWrite[],
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.index.id, row]))
  const said = rows.some(({ values }) => isMeasured(values)) ? measures : []
  const columns = [...INDEX_KEYS.map(quote), '"isMeasured"', ...said.map(({ id }) => measureColumn(id))].join(', ')
  await connection.run(`CREATE OR REPLACE TEMP TABLE incoming AS SELECT ${columns} FROM examples LIMIT 0`)
  await append(connection, 'incoming', byId.values(), (appender, { index, values }) => {
    for (const key of INDEX_KEYS) appendValue(appender, index[key])
    appender.appendBoolean(isMeasured(values))
    for (const measure of said) appendValue(appender, measured(measure, values))
  })
  const replaced = await connection.run('DELETE FROM examples WHERE id IN (SELECT id FROM incoming)')
  if (replaced.rowsChanged > 0) await rowsWent(connection)
  await connection.run(`INSERT INTO examples (${columns}) FROM incoming`)
}

const isMeasured = (values: Measurements): boolean => Object.keys(values).length > 0

/** Puts or replaces standings by example. */
export async function putStandings(connection: DuckDBConnection, standings: readonly Standing[]): Promise<void> {
  const byId = new Map(standings.map((standing) => [standing.exampleId, standing]))
  await connection.run('CREATE OR REPLACE TEMP TABLE incoming AS FROM standings LIMIT 0')
  await append(connection, 'incoming', byId.values(), appendStanding)
  await connection.run('DELETE FROM standings WHERE "exampleId" IN (SELECT "exampleId" FROM incoming)')
  await connection.run('INSERT INTO standings FROM incoming')
}

/** In the order of the table's columns. */
function appendStanding(appender: DuckDBAppender, standing: Standing): void {
  const { exampleId, decision, reason, note, reviewer, tags, opinions, isFlagged, isDisputed, edits, seq } = standing
  for (const value of [exampleId, decision, reason, note, reviewer]) appendValue(appender, value)
  const decidedBy = opinions.map((opinion) => opinion.reviewer)
  const hashes = opinions.map((opinion) => opinion.contentHash)
  for (const list of [tags, decidedBy, hashes]) appender.appendList(list, LIST(VARCHAR))
  for (const value of [isFlagged, isDisputed]) appender.appendBoolean(value)
  for (const value of [edits.contentHash, edits.masked.length, edits.cutAfter !== null, edits.redactions.length, seq])
    appendValue(appender, value)
}

/** Removes rows with their verdicts. Standings stay. */
export async function removeExamples(connection: DuckDBConnection, ids: readonly string[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE incoming (id VARCHAR)')
  await append(connection, 'incoming', ids, (appender, id) => appender.appendVarchar(id))
  await connection.run('DELETE FROM examples WHERE id IN (SELECT id FROM incoming)')
  await rowsWent(connection)
}

/** Removes a source's rows with their verdicts. Standings stay: decisions outlive the rows they were about. */
export async function removeSource(connection: DuckDBConnection, sourceId: string): Promise<void> {
  await connection.run('DELETE FROM examples WHERE "sourceId" = $1', [sourceId])
  await rowsWent(connection)
}

/** See `AnalysisStore.reconcile`. */
export async function reconcile(
  connection: DuckDBConnection,
  current: Iterable<Pick<StoredBody, 'id' | 'contentHash'>>,
): Promise<Pick<StoredBody, 'id' | 'contentHash'>[]> {
  await connection.run('CREATE OR REPLACE TEMP TABLE incoming (id VARCHAR, "contentHash" VARCHAR)')
  await append(connection, 'incoming', current, (appender, { id, contentHash }) => {
    for (const value of [id, contentHash]) appendValue(appender, value)
  })
  const removed = await connection.run('DELETE FROM examples WHERE (id, "contentHash") NOT IN (SELECT (id, "contentHash") FROM incoming)')
  if (removed.rowsChanged > 0) await rowsWent(connection)
  const missing = await connection.runAndReadAll('SELECT id, "contentHash" FROM incoming ANTI JOIN examples USING (id) ORDER BY id')
  return missing.getRows().map(([id, contentHash]) => ({ id: String(id), contentHash: String(contentHash) }))
}

/** The state the file was left in, which it names no more from now on. */
export async function takeState(connection: DuckDBConnection): Promise<string | null> {
  const [line] = (await connection.runAndReadAll("SELECT value FROM meta WHERE key = 'state'")).getRows()
  if (line) await connection.run("DELETE FROM meta WHERE key = 'state'")
  return line ? String(line[0]) : null
}

/** Names the state the file is left in. */
export async function leaveState(connection: DuckDBConnection, state: string | null): Promise<void> {
  if (state !== null) await connection.run("INSERT INTO meta VALUES ('state', $1)", [state])
}

/** Empties every table. */
export async function clear(connection: DuckDBConnection): Promise<void> {
  for (const table of ['examples', 'standings', 'moved']) await connection.run(`DELETE FROM ${table}`)
  await forgetPlan(connection)
}

const TALLY = STRUCT({ key: LIST(VARCHAR), a: LIST(DOUBLE), b: LIST(DOUBLE), c: LIST(DOUBLE) })

function tallyValue(entries: readonly TallyEntry[]) {
  const amounts = (place: number) => listValue(entries.map((entry) => entry.amounts[place] ?? null))
  return structValue({ key: listValue(entries.map(({ key }) => key)), a: amounts(0), b: amounts(1), c: amounts(2) })
}

/** Appends a value as its column takes it. */
export function appendValue(appender: DuckDBAppender, value: Measurement): void {
  if (value === null) appender.appendNull()
  else if (Array.isArray(value)) appender.appendValue(tallyValue(value), TALLY)
  else if (typeof value === 'number') appender.appendDouble(value)
  else if (typeof value === 'boolean') appender.appendBoolean(value)
  else appender.appendVarchar(value)
}

const TYPES = { integer: 'number', real: 'number', text: 'string', boolean: 'boolean', tally: 'object' } as const

/** The value as its column takes it; a number that is none (NaN, infinite), or no exact whole one where one was
 * promised, does not apply. A value of another type is a measure's bug. */
export function measured({ id, type }: MeasureInfo, values: Measurements): Measurement {
  const value = Object.hasOwn(values, id) ? (values[id] ?? null) : null
  if (value === null || (typeof value === 'number' && !isExact(value, type))) return null
  if (typeof value !== TYPES[type]) throw new Error(`The measure ${id} promised ${type} and gave ${JSON.stringify(value)}`)
  return value
}

/** Largest whole number a column holds: nothing that is counted in one row comes near. */
const MOST = 2 ** 31 - 1

function isExact(value: number, type: MeasureInfo['type']): boolean {
  return type === 'integer' ? Number.isInteger(value) && Math.abs(value) <= MOST : Number.isFinite(value)
}
