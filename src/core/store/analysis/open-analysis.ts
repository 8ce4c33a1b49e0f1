import { rmSync } from 'node:fs'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { fault, type MeasureInfo } from '#record'
import { analysisFault } from './analysis-fault.ts'
import { bringMeasures } from './bring-measures.ts'
import { createTables, layoutFingerprint } from './schema.ts'

/** No extension is ever fetched, and no SQL reaches a file but this one. */
const CONFIG = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  enable_external_access: 'false',
  // Twice the default: folding the log in costs as much as writing a dozen batches.
  checkpoint_threshold: '32MB',
  // The default is most of the machine's memory, and folding the log in takes what it is given. What does not fit goes to a file beside this one.
  memory_limit: '96MB',
  // An eighth of the default: folding in holds a block of every column at once, and with a hundred columns the default's were more than the limit.
  default_block_size: '32768',
}

/** What no new file would mend: somebody else's lock, permissions, the disk. */
const NOT_DAMAGE = /could not set lock|conflicting lock|permission denied|read-only file system|no space left/i

/**
 * Opens analysis.duckdb. A file that is missing, damaged or laid out otherwise is made anew, empty: all in it can be rebuilt. One that was written
 * with other measures loses the values of those that changed, see {@link bringMeasures}.
 *
 * @throws FaultError `workspace-busy`, `read-only` or `disk-full`
 */
export async function openAnalysis(path: string, measures: readonly MeasureInfo[]): Promise<DuckDBInstance> {
  const existing = await openCurrent(path, measures)
  if (existing) return existing
  removeAnalysis(path)
  const instance = await create(path)
  try {
    await inTransaction(instance, async (connection) => {
      for (const statement of createTables(measures)) await connection.run(statement)
      await connection.run("INSERT INTO meta VALUES ('layout', $1)", [layoutFingerprint()])
      await bringMeasures(connection, measures)
    })
    return instance
  } catch (error) {
    instance.closeSync()
    throw analysisFault(error, path)
  }
}

/** The file when it can be used, brought to these measures; undefined when it must be made anew. */
async function openCurrent(path: string, measures: readonly MeasureInfo[]): Promise<DuckDBInstance | undefined> {
  let instance: DuckDBInstance | undefined
  try {
    instance = await create(path)
    const isCurrent = await inTransaction(instance, async (connection) => {
      const found = await connection.runAndReadAll("SELECT value FROM meta WHERE key = 'layout'")
      if (found.getRows()[0]?.[0] !== layoutFingerprint()) return false
      await bringMeasures(connection, measures)
      return true
    })
    if (isCurrent) return instance
  } catch (error) {
    if (error instanceof Error && NOT_DAMAGE.test(error.message)) throw openFault(error, path)
  }
  instance?.closeSync()
  return undefined
}

async function inTransaction<T>(instance: DuckDBInstance, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const connection = await instance.connect()
  try {
    await connection.run('BEGIN')
    const result = await work(connection)
    await connection.run('COMMIT')
    return result
  } finally {
    connection.closeSync()
  }
}

function create(path: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, CONFIG)
}

function removeAnalysis(path: string): void {
  for (const file of [path, `${path}.wal`, `${path}.tmp`]) rmSync(file, { recursive: true, force: true })
}

function openFault(error: Error, path: string): unknown {
  const details = { culprit: path, cause: error }
  if (/lock/i.test(error.message)) {
    return fault('workspace-busy', `${path} is in use by another program.`, {
      ...details,
      remedy: 'Close the other program and try again.',
    })
  }
  if (/permission|read-only/i.test(error.message)) {
    return fault('read-only', `${path} cannot be written.`, { ...details, remedy: 'Change its permissions, or choose another folder.' })
  }
  return analysisFault(error, path)
}
