import { Worker } from 'node:worker_threads'
import { FaultError, fault } from '#record'
import { rejected } from '../measure-job.ts'
import type { MeasureAnswer, MeasureJob, MeasureResult } from '../types.ts'

/** What a worker says first: it has loaded and takes jobs. */
export const READY = 'ready'

interface Running {
  job: MeasureJob
  resolve(result: MeasureResult): void
  reject(error: unknown): void
}

/** One worker thread with at most one job. */
export class MeasureThread {
  isAlive = true
  /** Settles once a thread that was abandoned is gone. */
  closing: Promise<number> | null = null
  private readonly worker: Worker
  private readonly memoryMb: number
  private isReady = false
  private running: Running | null = null

  constructor(workerUrl: URL, memoryMb: number) {
    this.memoryMb = memoryMb
    this.worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    this.worker.on('message', (message: MeasureAnswer | typeof READY) => this.hear(message))
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(error))
    this.worker.on('exit', (code) => this.die(new Error(`it exited with code ${code}`)))
  }

  /**
   * Measures one row. A thread that dies on it rejects the row; one that never came up throws, for then no row is at fault.
   * An abort ends the thread, since nothing else stops a computation.
   */
  run(job: MeasureJob, signal?: AbortSignal): Promise<MeasureResult> {
    const result = new Promise<MeasureResult>((resolve, reject) => {
      this.running = { job, resolve, reject }
    })
    const abort = (): void => this.abandon(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    this.worker.ref()
    this.worker.postMessage(job)
    return result.finally(() => signal?.removeEventListener('abort', abort))
  }

  /** Ends the thread; a running job fails with `reason`. */
  abandon(reason: unknown): void {
    this.isAlive = false
    this.running?.reject(reason)
    this.running = null
    this.closing = this.worker.terminate()
  }

  private hear(message: MeasureAnswer | typeof READY): void {
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
    if (!this.isReady) running.reject(startFault(error))
    else if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') running.resolve(rejected(running.job, 'too-large', this.memoryReason(running.job)))
    else running.resolve(rejected(running.job, 'malformed', `The thread that measured the row ended: ${error.message}.`))
  }

  private memoryReason(job: MeasureJob): string {
    const megabytes = (job.body.length / 1e6).toFixed(1)
    return `Measuring the row (${megabytes} MB of text) needed more memory than a thread may use (${this.memoryMb} MB).`
  }
}

function startFault(error: Error): Error {
  return fault('internal', `The measuring thread could not start: ${error.message}.`, { cause: error, remedy: 'Reinstall Winnow.' })
}
