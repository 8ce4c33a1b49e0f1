import type { Example, ExampleIndex, MeasureInfo, MeasureValue, MeasureValues, Patch, RawRow, Rejection } from '#record'

/** What measures are computed from; costly parts are computed once and shared. */
export interface Subject {
  example: Example
  /** The agent's patch, parsed. */
  patch: Patch
  /** Message contents joined by a newline: what the seed tutorial counts tokens over. */
  text: string
}

/** A number about one Example: its description and its function. */
export interface Measure extends MeasureInfo {
  compute(subject: Subject): MeasureValue
}

/** A row that went through parse and measure. `index.id` is the natural id; the store may add a suffix. */
export interface Measured {
  kind: 'measured'
  index: ExampleIndex
  values: MeasureValues
}

/** What the pool gives back for one row, in any order; `ticket` is the caller's. */
export type MeasureResult = { ticket: number } & (Measured | { kind: 'rejection'; rejection: Rejection })

/** A row to measure. The body is JSON text, so that only a string crosses to the worker. */
export interface MeasureJob {
  ticket: number
  ref: RawRow['ref']
  hints: RawRow['hints']
  body: string
}

/** Worker threads with back-pressure: a job is taken when a worker is free. */
export interface MeasurePool {
  /** Measures one row. A worker that dies rejects its row with the reason and is replaced. */
  measure(job: MeasureJob, signal?: AbortSignal): Promise<MeasureResult>
  /** Threads running. */
  readonly size: number
  close(): Promise<void>
}
