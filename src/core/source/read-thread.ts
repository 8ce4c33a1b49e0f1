import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { FaultError, fault, type Rejection } from '#record'
import { reject } from './origin.ts'
import type { ReadNews, ReadOrder, ReadTask } from './read-messages.ts'
import { type Serving, serveBytes } from './serve-bytes.ts'
import type { FilePart, ReadJob, TextBatch } from './types.ts'

/** Batches asked for ahead of the one in use: the next one is read meanwhile, and no more than these wait in memory. */
const AHEAD = 2

/** One worker thread that reads one file at a time. */
export class ReadThread {
  isAlive = true
  private readonly worker: Worker
  private readonly memoryMb: number
  private readonly news: ReadNews[] = []
  private id = 0
  private part: FilePart | null = null
  private isReady = false
  private end: NodeJS.ErrnoException | null = null
  private wake = (): void => {}

  constructor(workerUrl: URL, memoryMb: number) {
    this.memoryMb = memoryMb
    // Its short-lived values fit a third of what V8 would set aside for them: 50 MB less while a corpus is indexed, at the same speed.
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 }
    this.worker = new Worker(workerUrl, { resourceLimits })
    this.worker.on('message', (news: ReadNews) => this.hear(news))
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(error))
    this.worker.on('exit', (code) => this.die(new Error(`it exited with code ${code}`)))
  }

  /**
   * The batches of one file, read a little ahead. A thread that dies on the file ends it with a Rejection of the file; one that never came
   * up throws, for then no file is at fault. Left early or aborted, the thread ends with it, since nothing else stops a decoder.
   */
  async *read(job: ReadJob, signal?: AbortSignal): AsyncGenerator<TextBatch> {
    const onAbort = (): void => this.wake()
    signal?.addEventListener('abort', onAbort)
    const serving = this.begin(job)
    let isEnded = false
    try {
      for (;;) {
        const next = await this.nextNews(signal)
        if (next.kind === 'failed') throw serving?.failure ?? new FaultError(next.fault)
        const batch = next.kind === 'batch' ? next.batch : { items: [this.deathOf(job, next.error)], isLast: true }
        isEnded = batch.isLast
        yield batch
        if (isEnded) return
        this.order({ kind: 'next' })
      }
    } finally {
      signal?.removeEventListener('abort', onAbort)
      serving?.close()
      if (!isEnded) await this.close()
    }
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    this.isAlive = false
    await this.worker.terminate()
  }

  private begin(job: ReadJob): Serving | null {
    this.id += 1
    this.part = null
    this.news.length = 0
    const { task, transfer, serving } = taskOf(job)
    this.order({ kind: 'read', id: this.id, job: task }, transfer)
    for (let n = 0; n < AHEAD; n++) this.order({ kind: 'next' })
    return serving
  }

  private order(order: ReadOrder, transfer: MessagePort[] = []): void {
    this.worker.postMessage(order, transfer)
  }

  private async nextNews(signal: AbortSignal | undefined): Promise<Telling> {
    for (;;) {
      signal?.throwIfAborted()
      const news = this.news.shift()
      if (news?.kind === 'batch' || news?.kind === 'failed') return news
      if (this.end) return { kind: 'died', error: this.end }
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  private hear(news: ReadNews): void {
    if (news.kind === 'ready') this.isReady = true
    // Answers to what was asked ahead of a file's end come when the next file has begun.
    else if (news.id !== this.id) return
    else if (news.kind === 'part') this.part = news.part
    else this.news.push(news)
    this.wake()
  }

  private die(error: NodeJS.ErrnoException): void {
    this.isAlive = false
    this.end ??= error
    this.wake()
  }

  private deathOf({ origin }: ReadJob, error: NodeJS.ErrnoException): Rejection {
    if (!this.isReady) {
      throw fault('internal', `The reading thread could not start: ${error.message}.`, { cause: error, remedy: 'Reinstall Winnow.' })
    }
    const { file } = origin
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return reject(origin, -1, 'too-large', memoryReason(file, this.part, this.memoryMb))
    return reject(origin, -1, 'unreadable', `The thread that read ${file} ended: ${error.message}. The rows before were kept.`)
  }
}

type Telling = Extract<ReadNews, { kind: 'batch' | 'failed' }> | { kind: 'died'; error: NodeJS.ErrnoException }

/** A job as it crosses; bytes of the caller's are served from here while the thread reads. */
function taskOf(job: ReadJob): { task: ReadTask; transfer: MessagePort[]; serving: Serving | null } {
  const { from } = job
  if (typeof from === 'string') return { task: { ...job, from }, transfer: [], serving: null }
  const { port1, port2 } = new MessageChannel()
  return { task: { ...job, from: { port: port2, length: from.length } }, transfer: [port2], serving: serveBytes(from, port1) }
}

function memoryReason(file: string, part: FilePart | null, memoryMb: number): string {
  const limit = `needed more memory than a reading thread may use (${memoryMb.toLocaleString('en')} MB)`
  if (!part) return `Reading ${file} ${limit}. Divide it into smaller files; the rows before were kept.`
  const megabytes = (part.bytes / 1e6).toFixed(0)
  const place = `Row group ${part.group} of ${file} (rows ${part.start} to ${part.end - 1}, ${megabytes} MB unpacked)`
  return `${place} ${limit}. Write the file with smaller row groups; the rows before were kept.`
}
