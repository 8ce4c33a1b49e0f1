import type { z } from 'zod'
import type { addEvent } from '#contract'
import { createSpeedMeter } from './speed-meter.ts'

/** Requests and bytes of bodies. */
type Traffic = Readonly<{ requests: number; bytes: number }>
type ProgressEvent = Extract<z.infer<typeof addEvent>, { kind: 'progress' }>

/** An estimate made of less than this is a guess. */
const FIRST_ESTIMATE_MS = 2_000

/** How far an `add` is. Steps write the counts; the speeds come of themselves. */
export interface AddProgress {
  phase: ProgressEvent['phase']
  /** The file at hand. */
  file: string
  files: number
  filesDone: number
  rows: number
  rejected: number
  /** Rows there will be; null while unknown. */
  totalRows: number | null
  /** What is done of what is to do, in whatever unit the phase is divided: rows of a take, bytes of files. */
  work: { done: number; total: number | null }
  /** Requests and bytes since the start. */
  traffic(): Traffic
  seconds(): number
  event(): ProgressEvent
}

/** Starts counting now; `traffic` is the Hub's own count, live. */
export function startProgress(phase: ProgressEvent['phase'], traffic: Traffic, now = (): number => performance.now()): AddProgress {
  const startedAt = now()
  const before = { ...traffic }
  const meters = { rows: createSpeedMeter(now), bytes: createSpeedMeter(now), work: createSpeedMeter(now) }
  return {
    phase,
    file: '',
    files: 0,
    filesDone: 0,
    rows: 0,
    rejected: 0,
    totalRows: null,
    work: { done: 0, total: null },
    traffic: () => ({ requests: traffic.requests - before.requests, bytes: traffic.bytes - before.bytes }),
    seconds: () => (now() - startedAt) / 1000,
    event() {
      const { requests, bytes } = this.traffic()
      meters.rows.note(this.rows)
      meters.bytes.note(bytes)
      meters.work.note(this.work.done)
      const isEarly = now() - startedAt < FIRST_ESTIMATE_MS
      return {
        kind: 'progress',
        phase: this.phase,
        file: this.file,
        filesDone: this.filesDone,
        files: this.files,
        rows: this.rows,
        rejected: this.rejected,
        rowsPerSecond: meters.rows.rate(),
        totalRows: this.totalRows,
        bytesFetched: bytes,
        requests,
        bytesPerSecond: meters.bytes.rate(),
        secondsLeft: isEarly ? null : secondsLeft(this.work, meters.work.rate()),
      }
    },
  }
}

/** Seconds until the work is done at this rate; null while nobody knows how much it is, or nothing moves. */
export function secondsLeft({ done, total }: AddProgress['work'], rate: number): number | null {
  return total === null || rate <= 0 ? null : Math.max(0, total - done) / rate
}
