import type { Rejection } from '#record'
import { createRowReader, type ReadJob } from '#source'
import { type ReadRow, toRead } from '../measure-rows.ts'
import { createLanes } from './lanes.ts'

/** A reading thread that several callers share, one job at a time. */
export interface Reading {
  /** The job's rows and rejections, batch by batch. Waits until the thread is free. */
  read(job: ReadJob, signal: AbortSignal): AsyncGenerator<(ReadRow | Rejection)[]>
  close(): Promise<void>
}

/** Makes a {@link Reading}; its thread starts with the first job and is kept for the next. */
export function createReading(workerUrl: URL): Reading {
  const reader = createRowReader({ workerUrl })
  const turn = createLanes(1)
  return {
    async *read(job, signal) {
      const leave = await turn.enter(signal)
      try {
        for await (const { items } of reader.read(job, signal)) yield items.map(toRead)
      } finally {
        leave()
      }
    },
    close: () => reader.close(),
  }
}
