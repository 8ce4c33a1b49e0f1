import type { DuckDBConnection } from '@duckdb/node-api'
import type { VerdictRecord } from '#filter'
import type { Funnel } from '#record'
import { addFunnels } from './add-funnels.ts'
import { append, type Connections } from './connections.ts'
import { appendValue, forgetFunnel, readFunnel, rememberFunnel } from './writes.ts'

/** Verdicts written aside at once: their turn on the thread is a few milliseconds. */
const ASIDE_ROWS = 1_024

/**
 * Verdicts put in their rows in one transaction, which holds what was there before in memory until its end: 600,000 at once took more than DuckDB
 * is given.
 */
const PLACE_ROWS = 65_536

/** Where verdicts wait until all of them are there. */
const ASIDE = 'judged'

type Verdicts = AsyncIterable<VerdictRecord> | Iterable<VerdictRecord>

/** See `AnalysisStore.putVerdicts`. Others write between its transactions; as many verdicts as one holds are replaced in one. */
export async function putVerdicts(connections: Connections, verdicts: Verdicts, funnel: () => Funnel): Promise<void> {
  await connections.write((connection) => makeAside(connection))
  try {
    const count = await putAside(connections, verdicts)
    const told = funnel()
    for (let from = 0, isLast = false; !isLast; from += PLACE_ROWS) {
      isLast = from + PLACE_ROWS >= count
      await connections.write(async (connection) => {
        if (from === 0) await forgetVerdicts(connection)
        await place(connection, `AND j.rowid >= ${from} AND j.rowid < ${from + PLACE_ROWS}`)
        if (isLast) await rememberFunnel(connection, told)
      })
    }
  } finally {
    // Whatever went wrong is told, not that this did not work either: the next one makes it anew.
    await connections.write((connection) => connection.run(`DROP TABLE ${ASIDE}`)).catch(() => undefined)
  }
}

/** See `AnalysisStore.addVerdicts`. */
export async function addVerdicts(connection: DuckDBConnection, verdicts: readonly VerdictRecord[], funnel: Funnel): Promise<void> {
  const held = await readFunnel(connection)
  await makeAside(connection)
  await appendAside(connection, verdicts)
  await place(connection)
  await rememberFunnel(connection, held ? addFunnels(held, funnel) : funnel)
}

async function makeAside(connection: DuckDBConnection): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${ASIDE} AS SELECT id, verdict, reasons FROM examples LIMIT 0`)
}

/** Returns how many they were. */
async function putAside(connections: Connections, verdicts: Verdicts): Promise<number> {
  let count = 0
  let batch: VerdictRecord[] = []
  const put = async (): Promise<void> => {
    const rows = batch
    batch = []
    await connections.write((connection) => appendAside(connection, rows))
  }
  for await (const verdict of verdicts) {
    batch.push(verdict)
    count += 1
    if (batch.length === ASIDE_ROWS) await put()
  }
  await put()
  return count
}

function appendAside(connection: DuckDBConnection, verdicts: readonly VerdictRecord[]): Promise<void> {
  return append(connection, ASIDE, verdicts, (appender, { id, verdict, reasons }) => {
    for (const value of [id, verdict, JSON.stringify(reasons)]) appendValue(appender, value)
  })
}

/** Takes the funnel, without which nothing counts as judged, and the verdicts of rows that have none any more. */
async function forgetVerdicts(connection: DuckDBConnection): Promise<void> {
  await forgetFunnel(connection)
  await connection.run(
    `UPDATE examples SET verdict = NULL, reasons = NULL WHERE verdict IS NOT NULL AND id NOT IN (SELECT id FROM ${ASIDE} WHERE id IS NOT NULL)`,
  )
}

/**
 * Puts verdicts in their rows: all of them, or those of a range of rowids, which rows have once they are committed. Rows that are judged as before
 * stay as they are, which saves most of the work; one may be gone since it was judged.
 */
async function place(connection: DuckDBConnection, range = ''): Promise<void> {
  await connection.run(
    `UPDATE examples SET verdict = j.verdict, reasons = j.reasons FROM ${ASIDE} j
     WHERE j.id = examples.id AND (examples.verdict IS DISTINCT FROM j.verdict OR examples.reasons IS DISTINCT FROM j.reasons) ${range}`,
  )
}
