import { Worker } from 'node:worker_threads'
import { FaultError, fault } from '#record'
import type { Check } from '../checks/check.ts'
import { rejected } from '../measure-job.ts'
import type { PoolAnswer, PoolTask } from '../types.ts'
import { CheckCell } from './check-cell.ts'
import { watchChecks } from './watch-checks.ts'

/** What a worker says first: it has loaded and takes tasks. */
export const READY = 'ready'

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/** What a thread may use. */
export interface ThreadLimits {
  /** Heap in MB. */
  memoryMb: number
  /** For one check on one row, in ms. */
  checkMs: number
}

/** What came of a task: its answer, or the check that did not come to an end and took the thread with it. */
export type ThreadAnswer = Exclude<PoolAnswer, { kind: 'fault' }> | { kind: 'stuck'; check: string; fault: string }

interface Running {
  task: PoolTask
  resolve(answer: ThreadAnswer): void
  reject(error: unknown): void
}

/** One worker thread with at most one task. */
export class MeasureThread {
  isAlive = true
  /** Settles once a thread that was abandoned is gone. */
  closing: Promise<number> | null = null
  private readonly worker: Worker
  private readonly limits: ThreadLimits
  private readonly cell = new CheckCell()
  private isReady = false
  private running: Running | null = null

  constructor(workerUrl: URL, limits: ThreadLimits) {
    this.limits = limits
    this.worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb }, workerData: this.cell.memory })
    this.worker.on('message', (message: PoolAnswer | typeof READY) => this.hear(message))
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(error))
    this.worker.on('exit', (code) => this.die(new Error(`it exited with code ${code}`)))
  }

  /**
   * Does one task. A thread that dies on it rejects the row; one that never came up throws, for then no row is at fault.
   * An abort ends the thread, and so does a check that takes too long, since nothing else stops a computation.
   */
  run(task: PoolTask, signal?: AbortSignal): Promise<ThreadAnswer> {
    const answer = new Promise<ThreadAnswer>((resolve, reject) => {
      this.running = { task, resolve, reject }
    })
    const abort = (): void => this.abandon(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    const stopWatching = watchChecks(this.cell, this.limits.checkMs, (check) => this.stop(check))
    this.worker.ref()
    this.worker.postMessage(task)
    return answer.finally(() => {
      stopWatching()
      signal?.removeEventListener('abort', abort)
    })
  }

  /** Ends the thread; a running task fails with `reason`. */
  abandon(reason: unknown): void {
    this.running?.reject(reason)
    this.end()
  }

  private stop(check: Check): void {
    this.running?.resolve(stuck(check, `took longer than ${this.limits.checkMs / 1000} s`))
    this.end()
  }

  private end(): void {
    this.isAlive = false
    this.running = null
    this.closing = this.worker.terminate()
  }

  private hear(message: PoolAnswer | typeof READY): void {
    if (message === READY) {
      this.isReady = true
      return
    }
    // An idle thread must not keep a finished process alive.
    this.worker.unref()
    if (message.kind === 'fault') this.running?.reject(new FaultError(message.fault))
    else this.running?.resolve(message)
    this.running = null
  }

  private die(error: NodeJS.ErrnoException): void {
    this.isAlive = false
    const { running } = this
    this.running = null
    if (!running) return
    const { check } = this.cell
    if (!this.isReady) running.reject(startFault(error))
    else if (check !== null) running.resolve(stuck(check, this.endOf(error)))
    else this.refuse(running, error)
  }

  private refuse({ task, resolve, reject }: Running, error: NodeJS.ErrnoException): void {
    const isTooLarge = error.code === OUT_OF_MEMORY
    const megabytes = (task.job.body.length / 1e6).toFixed(1)
    const reason = isTooLarge
      ? `Measuring the row (${megabytes} MB of text) ${this.endOf(error)}.`
      : `The thread that measured the row ended: ${error.message}.`
    if (task.kind === 'measure') resolve(rejected(task.job, isTooLarge ? 'too-large' : 'malformed', reason))
    else reject(fault('unreadable', reason))
  }

  private endOf(error: NodeJS.ErrnoException): string {
    return error.code === OUT_OF_MEMORY
      ? `needed more memory than a thread may use (${this.limits.memoryMb} MB)`
      : `ended its thread: ${error.message}`
  }
}

function stuck({ id, title }: Check, what: string): ThreadAnswer {
  return { kind: 'stuck', check: id, fault: `${title} ${what}` }
}

function startFault(error: Error): Error {
  return fault('internal', `The measuring thread could not start: ${error.message}.`, { cause: error, remedy: 'Reinstall Winnow.' })
}
