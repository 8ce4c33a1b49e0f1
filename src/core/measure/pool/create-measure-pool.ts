import { availableParallelism } from 'node:os'
import { fault } from '#record'
import type { CheckResult, FindJob, FoundResult, MeasureJob, MeasurePool, MeasureResult, PoolTask } from '../types.ts'
import { MeasureThread, type ThreadAnswer } from './measure-thread.ts'

/** How a pool is made. */
export interface MeasurePoolOptions {
  /** The built `worker.ts`. */
  workerUrl: URL
  /** Most threads at once; default one less than the processors, at least 1. Threads start when first needed. */
  size?: number
  /** Heap a thread may use, in MB; default 2048. A row that needs more is rejected, the others go on. */
  memoryMb?: number
  /** Longest a check may be at work on one row, in ms; default 10,000. One that takes longer is a fault on that row, and the others go on. */
  checkMs?: number | undefined
}

/** What a thread answers a task with when it comes to its end. */
type Answer = Exclude<ThreadAnswer, { kind: 'stuck' }>

interface Waiting {
  task: PoolTask
  signal: AbortSignal | undefined
  resolve(answer: Promise<Answer>): void
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
    return (await this.ask({ kind: 'measure', job, skipped: {} }, signal)) as MeasureResult
  }

  async findings({ skipped, ...job }: FindJob, signal?: AbortSignal): Promise<CheckResult[]> {
    return ((await this.ask({ kind: 'find', job, skipped }, signal)) as FoundResult).checks
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

  /** A thread answers what it was asked: a measuring task with a {@link MeasureResult}, the other with a {@link FoundResult}. */
  private async ask(task: PoolTask, signal: AbortSignal | undefined): Promise<Answer> {
    signal?.throwIfAborted()
    if (this.isClosed) throw closedFault()
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.take(entry)
        reject(signal?.reason)
      }
      const entry: Waiting = { task, signal, resolve, reject, leave }
      this.enqueue(entry)
    })
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
    const { workerUrl, memoryMb = 2048, checkMs = 10_000 } = this.options
    const thread = new MeasureThread(workerUrl, { memoryMb, checkMs })
    this.threads.add(thread)
    return thread
  }

  private async runOn(thread: MeasureThread, { task, signal }: Waiting): Promise<Answer> {
    const answer = await this.answerOf(thread, task, signal)
    if (answer.kind !== 'stuck') return answer
    return this.ask({ ...task, skipped: { ...task.skipped, [answer.check]: answer.fault } }, signal)
  }

  private async answerOf(thread: MeasureThread, task: PoolTask, signal: AbortSignal | undefined): Promise<ThreadAnswer> {
    try {
      return await thread.run(task, signal)
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
