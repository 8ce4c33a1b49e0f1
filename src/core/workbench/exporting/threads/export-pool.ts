import { availableParallelism } from 'node:os'
import { fault } from '#record'
import { ExportThread } from './export-thread.ts'
import type { ExportAnswers, ExportTask } from './task.ts'

/** How a pool is made. */
export interface ExportPoolOptions {
  /** The built `worker.ts`. */
  workerUrl: URL
  /** Most threads at once; default as many as there are processors. Threads start when first needed. */
  size?: number | undefined
  /** Heap a thread may use, in MB; default 1024. */
  memoryMb?: number | undefined
  /** Longest a thread may be at work on one task, in ms; default 30,000. */
  taskMs?: number | undefined
}

/** Worker threads that make rows, each one task at a time; further tasks wait in the order they came. */
export interface ExportPool {
  readonly size: number
  /**
   * @throws FaultError what the task says; {@link ThreadEnd} when its thread ended at it, which ends no other task; the signal's reason once it aborts,
   * at once
   */
  ask<Task extends ExportTask>(task: Task, signal?: AbortSignal): Promise<ExportAnswers[Task['kind']]>
  /** Ends all threads, whatever they are at. */
  close(): Promise<void>
}

interface Waiting {
  start(thread: ExportThread): void
  fail(error: unknown): void
}

/** Makes an {@link ExportPool}. The engine's own thread only reads and writes meanwhile, so every processor has a thread. */
export function createExportPool({ workerUrl, size, memoryMb = 1024, taskMs = 30_000 }: ExportPoolOptions): ExportPool {
  const most = size ?? availableParallelism()
  const threads = new Set<ExportThread>()
  const idle: ExportThread[] = []
  const waiting = new Set<Waiting>()
  let isClosed = false

  const freeThread = (): ExportThread | undefined => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) if (thread.isAlive) return thread
    for (const thread of threads) if (!thread.isAlive) threads.delete(thread)
    if (threads.size >= most) return undefined
    const made = new ExportThread(workerUrl, { memoryMb, taskMs })
    threads.add(made)
    return made
  }
  const pump = (): void => {
    for (const entry of waiting) {
      const thread = isClosed ? undefined : freeThread()
      if (!thread) return
      waiting.delete(entry)
      entry.start(thread)
    }
  }
  const turn = (signal: AbortSignal | undefined): Promise<ExportThread> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(entry)
        reject(signal?.reason)
      }
      const settle = (): void => signal?.removeEventListener('abort', leave)
      const entry: Waiting = {
        start: (thread) => {
          settle()
          resolve(thread)
        },
        fail: (error) => {
          settle()
          reject(error)
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.add(entry)
      pump()
    })

  return {
    size: most,
    async ask<Task extends ExportTask>(task: Task, signal?: AbortSignal) {
      signal?.throwIfAborted()
      if (isClosed) throw closedFault()
      const thread = await turn(signal)
      try {
        return (await thread.run(task, signal)) as ExportAnswers[Task['kind']]
      } finally {
        if (thread.isAlive) idle.push(thread)
        pump()
      }
    },
    async close() {
      isClosed = true
      for (const { fail } of waiting) fail(closedFault())
      waiting.clear()
      for (const thread of threads) thread.end(closedFault())
      await Promise.all([...threads].map(({ closing }) => closing))
    },
  }
}

function closedFault(): Error {
  return fault('cancelled', 'Making rows was stopped.')
}
