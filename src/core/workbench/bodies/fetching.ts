import { createMeasurePool, type MeasurePool } from '#measure'
import type { OpenedSource } from '#source'
import type { WorkbenchOptions } from '../desk.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { createReading, type Reading } from './reading.ts'
import { createSharedWork, type SharedWork } from './shared-work.ts'

/** Rows fetched at the same time because somebody looks at them, or is about to. */
const AT_ONCE = 4

/** What fetching single rows needs while a workspace is open. Its threads are its own, so that a person never waits for an `add`. */
export interface Fetching {
  /** By source, revision and column map. */
  opened: Map<string, Promise<OpenedSource>>
  /** By example: one asked for twice at once is fetched once. */
  rows: SharedWork
  lanes: Lanes
  /** For the rows that somebody waits for. */
  asked: Reading
  /** For those stored behind them. */
  behind: Reading
  /** For the rows that somebody waits for: the workbench's pool may be full of others. */
  pool: MeasurePool
  /** What goes on when its caller has been answered, by what it is about. */
  after: Map<string, Promise<void>>
  /** Rows stored so far. */
  stored: number
  /** How many of them there were when the cache was last held against its budget. */
  storedWhenHeld: number
  /** Rows looked at that the record has not been told of. */
  touched: Set<string>
}

type Threads = Pick<WorkbenchOptions, 'workerUrl' | 'readWorkerUrl' | 'checkMs'>

/** Makes the means; threads start when they are first needed. */
export function createFetching({ workerUrl, readWorkerUrl, checkMs }: Threads): Fetching {
  return {
    opened: new Map(),
    rows: createSharedWork(),
    lanes: createLanes(AT_ONCE),
    asked: createReading(readWorkerUrl),
    behind: createReading(readWorkerUrl),
    pool: createMeasurePool({ workerUrl, size: 1, checkMs }),
    after: new Map(),
    stored: 0,
    storedWhenHeld: 0,
    touched: new Set(),
  }
}

/** Begins work that nobody waits for, unless the same is under way; what stops it is told by whoever opens such a row. */
export function goOn({ after }: Fetching, about: string, work: () => Promise<void>): void {
  if (after.has(about)) return
  const ended = work()
    .catch(() => undefined)
    .finally(() => after.delete(about))
  after.set(about, ended)
}

/** Waits for what is under way, which the session's closing has aborted, and ends the threads. */
export async function closeFetching({ rows, after, asked, behind, pool }: Fetching): Promise<void> {
  // A row that came to its end meanwhile may have begun work behind it.
  await rows.idle()
  await Promise.all(after.values())
  await Promise.all([asked.close(), behind.close(), pool.close()])
}
