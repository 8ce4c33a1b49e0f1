import type { OpenedSource, ReadJob, RowReader, RowsWanted, SourceFile } from '#source'
import { announce, type Desk } from '../desk.ts'
import type { AddProgress } from './add-progress.ts'

/** An `add` on its way: what every step of it needs. */
export interface Adding {
  desk: Desk
  opened: OpenedSource
  /** Reads one file at a time, in a thread of its own. */
  reader: RowReader
  sourceId: string
  /** Of the whole source, whichever part of it is added. */
  revision: string | null
  signal: AbortSignal
  progress: AddProgress
  /** Files that were read to their end before, by path. */
  done: ReadonlySet<string>
  /** Files that gave up, by path: nothing more is asked of them. */
  failed: Set<string>
  /** What the person is told at the end. */
  notes: string[]
  announcedAt: number
}

/** Screens ask again this often while rows come in. */
const ANNOUNCE_EVERY_MS = 1_000

/** A reading of one file in the name of the workspace's source. */
export function jobOf(
  { opened, sourceId, revision }: Adding,
  file: SourceFile,
  wanted: RowsWanted,
  columns: 'all' | 'small' = 'all',
): ReadJob {
  const { origin, ...job } = opened.job(file, wanted, columns)
  return { ...job, origin: { ...origin, sourceId, revision } }
}

/** Tells screens that rows came, the first ones at once and then every second. */
export async function announceRows(adding: Adding): Promise<void> {
  if (performance.now() - adding.announcedAt < ANNOUNCE_EVERY_MS) return
  adding.announcedAt = performance.now()
  await announce(adding.desk, 'examples')
}
