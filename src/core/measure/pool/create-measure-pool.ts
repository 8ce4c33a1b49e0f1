import { availableParallelism } from 'node:os'
import { fault } from '#record'
import type { MeasureJob, MeasurePool, MeasureResult } from '../types.ts'
import { MeasureThread } from './measure-thread.ts'

/** How a pool is made. */
export interface MeasurePoolOptions {
  /** The built `worker.ts`. */
  workerUrl: URL
  /** Most threads at once; default one less than the processors, at least 1. Threads start when first needed. */
  size?: number
  /** Heap a thread may use, in MB; default 2048. A row that needs more is rejected, the others go on. */
  memoryMb?: number
}

interface Waiting {
  job: MeasureJob
  signal: AbortSignal | undefined
  resolve(result: Promise<MeasureResult>): void
  reject(error: unknown): void
  /** Gives up the place in the queue. */
  leave(): void
}

/** Worker threads that measure rows, each one row at a time; further rows wait in the order they came. */
export function createMeasurePool(options: MeasurePoolOptions): MeasurePool {
  return new ThreadPool(options)
}

class ThreadPool implements MeasurePool {
  readonly size: number
  private readonly options: MeasurePoolOptions
  private readonly threads = new Set<MeasureThread>()
  private readonly idle: MeasureThread[] = []
  private readonly waiting = new Set<Waiting>()
  private isClosed = false

  constructor(options: MeasurePoolOptions) {
    this.options = options
    this.size = options.size ?? Math.max(1, availableParallelism() - 1)
  }

  async measure(job: MeasureJob, signal?: AbortSignal): Promise<MeasureResult> {
    signal?.throwIfAborted()
    if (this.isClosed) throw closedFault()
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.take(entry)
        reject(signal?.reason)
      }
      const entry: Waiting = { job, signal, resolve, reject, leave }
      this.enqueue(entry)
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const entry of this.waiting) {
      this.take(entry)
      entry.reject(closedFault())
    }
    const threads = [...this.threads]
    for (const thread of threads) thread.abandon(closedFault())
    await Promise.all(threads.map((thread) => thread.closing))
  }

  /** A row that waits leaves when it is aborted; once it runs, its thread listens instead. */
  private enqueue(entry: Waiting): void {
    entry.signal?.addEventListener('abort', entry.leave)
    this.waiting.add(entry)
    this.pump()
  }

  private take(entry: Waiting): void {
    this.waiting.delete(entry)
    entry.signal?.removeEventListener('abort', entry.leave)
  }

  private pump(): void {
    for (const entry of this.waiting) {
      const thread = this.freeThread()
      if (!thread) return
      this.take(entry)
      entry.resolve(this.runOn(thread, entry))
    }
  }

  private freeThread(): MeasureThread | undefined {
    const idle = this.idle.pop()
    if (idle?.isAlive) return idle
    if (idle) this.threads.delete(idle)
    if (this.threads.size >= this.size) return undefined
    const thread = new MeasureThread(this.options.workerUrl, this.options.memoryMb ?? 2048)
    this.threads.add(thread)
    return thread
  }

  private async runOn(thread: MeasureThread, entry: Waiting): Promise<MeasureResult> {
    try {
      return await thread.run(entry.job, entry.signal)
    } finally {
      if (thread.isAlive) this.idle.push(thread)
      else this.threads.delete(thread)
      if (!this.isClosed) this.pump()
    }
  }
}

function closedFault(): Error {
  return fault('cancelled', 'Measuring was stopped.')
}
