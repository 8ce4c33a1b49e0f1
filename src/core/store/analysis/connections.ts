import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBValue } from '@duckdb/node-api'
import { fault } from '#record'
import { analysisFault } from './analysis-fault.ts'
import type { Bound } from './bindings.ts'
import { createTurn } from './turn.ts'

const CHUNK_END = 0

/**
 * A bound query is prepared first and run then, and what was prepared trusts the statistics of that moment: rows committed in between came
 * back as garbage (a sort packs texts into as many bytes as it was told they need). In one transaction both see the same rows.
 */
const SNAPSHOT = 'BEGIN TRANSACTION READ ONLY'

/** Reads whole results, each from a snapshot of its own. */
export interface Reader {
  /** Every row of a query. */
  read(sql: string, values?: readonly Bound[]): Promise<DuckDBValue[][]>
}

/**
 * Connections that read beside one another. A screen asks a dozen questions at once, and parts of most queries run on one processor: two at a
 * time use both, more would only share them.
 */
const READERS = 2

/** SQL with its values. */
export interface Statement {
  sql: string
  values: readonly Bound[]
}

/**
 * The connections of one analysis file: one that writes, one transaction after another; a few that read; and one for each stream, because a
 * second query on a connection ends the stream of the first.
 */
export class Connections implements Reader {
  readonly #instance: DuckDBInstance
  readonly #path: string
  readonly #writer: DuckDBConnection
  readonly #readers: readonly DuckDBConnection[]
  readonly #idle: DuckDBConnection[]
  readonly #waiting: ((free: DuckDBConnection) => void)[] = []
  readonly #streams = new Set<DuckDBConnection>()
  readonly #running = new Set<Promise<unknown>>()
  #lastWrite: Promise<unknown> = Promise.resolve()
  #isClosed = false

  private constructor(instance: DuckDBInstance, path: string, writer: DuckDBConnection, readers: DuckDBConnection[]) {
    this.#instance = instance
    this.#path = path
    this.#writer = writer
    this.#readers = readers
    this.#idle = [...readers]
  }

  /** Connections to an open file. */
  static async open(instance: DuckDBInstance, path: string): Promise<Connections> {
    const readers: DuckDBConnection[] = []
    while (readers.length < READERS) readers.push(await instance.connect())
    return new Connections(instance, path, await instance.connect(), readers)
  }

  /**
   * Every row of a query, when a connection is free: one takes one at a time. A read whose signal was aborted before its turn is never run.
   *
   * @throws the signal's reason
   */
  async read(sql: string, values: readonly Bound[] = [], signal?: AbortSignal): Promise<DuckDBValue[][]> {
    const connection = await this.#freeReader()
    try {
      signal?.throwIfAborted()
      return await this.#run(() => inTransaction(connection, SNAPSHOT, () => readAll(connection, sql, values)))
    } finally {
      const next = this.#waiting.shift()
      if (next) next(connection)
      else this.#idle.push(connection)
    }
  }

  /** Reads for somebody who may give up. */
  until(signal: AbortSignal | undefined): Reader {
    return { read: (sql, values) => this.read(sql, values, signal) }
  }

  #freeReader(): DuckDBConnection | Promise<DuckDBConnection> {
    return this.#idle.shift() ?? new Promise((resolve) => this.#waiting.push(resolve))
  }

  /**
   * Rows of queries, one after another over the same state, as they come, while others have their turn between them. Stopping early frees the
   * connection.
   */
  async *stream(statements: readonly Statement[]): AsyncGenerator<DuckDBValue[]> {
    const turn = createTurn()
    for await (const chunk of this.#chunks(statements)) {
      for (let row = 0; row < chunk.rowCount; row++) {
        if (turn.isOver()) await turn.next()
        yield chunk.getRowValues(row)
      }
    }
  }

  /** The same for many narrow rows: the values of each column, some two thousand rows at a time. Handing over each row took longer than reading it. */
  async *streamColumns(statements: readonly Statement[]): AsyncGenerator<DuckDBValue[][]> {
    const turn = createTurn()
    for await (const chunk of this.#chunks(statements)) {
      if (turn.isOver()) await turn.next()
      yield chunk.getColumns()
    }
  }

  async *#chunks(statements: readonly Statement[]): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#run(() => this.#instance.connect())
    this.#streams.add(connection)
    try {
      await this.#run(() => connection.run(SNAPSHOT))
      for (const { sql, values } of statements) {
        const result = await this.#run(() => connection.stream(sql, [...values]))
        for (let chunk = await this.#run(() => result.fetchChunk()); chunk && chunk.rowCount !== CHUNK_END; ) {
          yield chunk
          chunk = await this.#run(() => result.fetchChunk())
        }
      }
    } finally {
      if (this.#streams.delete(connection)) connection.closeSync()
    }
  }

  /** One transaction, after those asked for before it. */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const turn = () => this.#run(() => inTransaction(this.#writer, 'BEGIN', () => work(this.#writer)))
    const result = this.#lastWrite.then(turn, turn)
    this.#lastWrite = result.catch(() => undefined)
    return result
  }

  /** Waits for what runs, folds the log into the file and lets go of it; safe to call again. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    await this.#lastWrite
    this.#isClosed = true
    await Promise.allSettled([...this.#running])
    for (const stream of this.#streams) stream.closeSync()
    this.#streams.clear()
    // The log is read at the next start as well: a full disk must not keep the workspace from closing.
    await this.#writer.run('CHECKPOINT').catch(() => undefined)
    this.#writer.closeSync()
    for (const reader of this.#readers) reader.closeSync()
    this.#instance.closeSync()
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw fault('conflict', `The workspace of ${this.#path} has been closed.`, { culprit: this.#path })
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      throw analysisFault(error, this.#path)
    } finally {
      this.#running.delete(running)
    }
  }
}

async function readAll(connection: DuckDBConnection, sql: string, values: readonly Bound[]): Promise<DuckDBValue[][]> {
  return (await connection.runAndReadAll(sql, [...values])).getRows()
}

async function inTransaction<T>(connection: DuckDBConnection, begin: string, work: () => Promise<T>): Promise<T> {
  await connection.run(begin)
  try {
    const result = await work()
    await connection.run('COMMIT')
    return result
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Appends rows through DuckDB's appender, the one fast way in, and flushes them into the running transaction. */
export async function append<T>(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<T>,
  put: (appender: DuckDBAppender, row: T) => void,
): Promise<void> {
  const appender = await connection.createAppender(table, null, 'temp')
  try {
    for (const row of rows) {
      put(appender, row)
      appender.endRow()
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}
