import { totalmem } from 'node:os'
import { ReadThread } from './read-thread.ts'
import { threadMemory } from './thread-memory.ts'
import type { ReadJob, RowReader } from './types.ts'

/** How a reader is made. */
export interface RowReaderOptions {
  /** The built `read-worker.ts`. */
  workerUrl: URL
  /** Heap the thread may use, in MB; default half of the machine's memory, at most 8192 (2048 inside Electron). */
  memoryMb?: number
}

/** A reader on a thread of its own, started with the first file and again after one it died on. One file at a time. */
export function createRowReader({ workerUrl, memoryMb = defaultMemory() }: RowReaderOptions): RowReader {
  let thread: ReadThread | null = null
  return {
    async *read(job: ReadJob, signal?: AbortSignal) {
      signal?.throwIfAborted()
      if (!thread?.isAlive) thread = new ReadThread(workerUrl, memoryMb)
      yield* thread.read(job, signal)
    },
    close: async () => thread?.close(),
  }
}

function defaultMemory(): number {
  return threadMemory(totalmem(), 'electron' in process.versions)
}
