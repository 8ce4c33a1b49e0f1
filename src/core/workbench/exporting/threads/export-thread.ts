import { Worker } from 'node:worker_threads'
import { FaultError, fault } from '#record'
import { handedOver } from './handed-over.ts'
import type { ExportAnswers, ExportTask, ThreadNews } from './task.ts'
import { ThreadEnd } from './thread-end.ts'

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/** Looks at a thread within a task's limit. */
const LOOKS = 10

/** What a thread may use. */
export interface ThreadLimits {
  /** Heap in MB. */
  memoryMb: number
  /** For one task, in ms. */
  taskMs: number
}

interface Running {
  resolve(answer: ExportAnswers[ExportTask['kind']]): void
  reject(error: unknown): void
}

/** One worker thread with at most one task. */
export class ExportThread {
  isAlive = true
  /** Settles once a thread that was ended is gone. */
  closing: Promise<number> | null = null
  private readonly worker: Worker
  private readonly limits: ThreadLimits
  private isReady = false
  private running: Running | null = null

  constructor(workerUrl: URL, limits: ThreadLimits) {
    this.limits = limits
    const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 }
    this.worker = new Worker(workerUrl, { resourceLimits })
    this.worker.on('message', (news: ThreadNews) => this.hear(news))
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(error))
    this.worker.on('exit', (code) => this.die(new Error(`it exited with code ${code}`)))
  }

  /**
   * Does one task. An abort ends the thread, and so does a task that takes too long, since nothing else stops a computation.
   *
   * @throws FaultError what the task itself said; {@link ThreadEnd} when the thread ended at it; `internal` when it never came up
   */
  run(task: ExportTask, signal?: AbortSignal): Promise<ExportAnswers[ExportTask['kind']]> {
    const answer = new Promise<ExportAnswers[ExportTask['kind']]>((resolve, reject) => {
      this.running = { resolve, reject }
    })
    const abort = (): void => this.end(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    const timer = this.watch()
    this.worker.ref()
    this.worker.postMessage(task, handedOver(task))
    return answer.finally(() => {
      clearInterval(timer)
      signal?.removeEventListener('abort', abort)
    })
  }

  /** Ends the thread; a running task fails with `reason`. */
  end(reason: unknown): void {
    const { running } = this
    this.isAlive = false
    this.running = null
    this.closing = this.worker.terminate()
    running?.reject(reason)
  }

  /** Looks are counted and not the clock: where the whole process stood still, as when a computer sleeps, no row is to blame. */
  private watch(): NodeJS.Timeout {
    let looks = 0
    return setInterval(() => {
      looks += this.isReady ? 1 : 0
      if (looks > LOOKS) this.end(new ThreadEnd('time', `took longer than ${this.limits.taskMs / 1000} s`))
    }, this.limits.taskMs / LOOKS)
  }

  private hear(news: ThreadNews): void {
    if (news.kind === 'ready') {
      this.isReady = true
      return
    }
    // An idle thread must not keep a finished process alive.
    this.worker.unref()
    const { running } = this
    this.running = null
    if (news.kind === 'fault') running?.reject(new FaultError(news.fault))
    else running?.resolve(news.answer)
  }

  private die(error: NodeJS.ErrnoException): void {
    this.isAlive = false
    const { running } = this
    this.running = null
    running?.reject(this.isReady ? endOf(error, this.limits) : startFault(error))
  }
}

function endOf(error: NodeJS.ErrnoException, { memoryMb }: ThreadLimits): ThreadEnd {
  if (error.code === OUT_OF_MEMORY) return new ThreadEnd('memory', `needed more memory than a thread may use (${memoryMb} MB)`)
  return new ThreadEnd('other', `ended its thread: ${error.message}`)
}

function startFault(error: Error): Error {
  return fault('internal', `The exporting thread could not start: ${error.message}.`, {
    culprit: 'export-worker',
    cause: error,
    remedy: 'Reinstall Winnow.',
  })
}
