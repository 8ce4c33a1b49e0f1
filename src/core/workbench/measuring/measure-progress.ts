import type { z } from 'zod'
import type { measureEvent } from '#contract'
import { secondsLeft } from '../add/add-progress.ts'
import { createSpeedMeter } from '../add/speed-meter.ts'
import type { FetchedRows } from './fetch-rows.ts'

type MeasureEvent = z.infer<typeof measureEvent>

/** An estimate made of less than this is a guess. */
const FIRST_ESTIMATE_MS = 2_000
const LISTED_FAILURES = 1_000

/** How far measuring a selection is. */
export interface MeasureProgress {
  done(): number
  add(rows: FetchedRows): void
  event(): MeasureEvent
  /** The last event. */
  end(): MeasureEvent
}

/** Starts counting now; `traffic` is the Hub's own count, live. */
export function startMeasuring(
  total: number,
  traffic: Readonly<{ requests: number; bytes: number }>,
  now = (): number => performance.now(),
): MeasureProgress {
  const startedAt = now()
  const before = { ...traffic }
  const failed: FetchedRows['failed'] = []
  const speeds = { rows: createSpeedMeter(now), bytes: createSpeedMeter(now) }
  let measured = 0
  const fetched = () => ({ bytesFetched: traffic.bytes - before.bytes, requests: traffic.requests - before.requests })
  return {
    done: () => measured + failed.length,
    add(rows) {
      measured += rows.done
      failed.push(...rows.failed)
    },
    event() {
      const done = measured + failed.length
      speeds.rows.note(done)
      speeds.bytes.note(fetched().bytesFetched)
      const left = now() - startedAt < FIRST_ESTIMATE_MS ? null : secondsLeft({ done, total }, speeds.rows.rate())
      return { kind: 'progress', done, total, failed: failed.length, ...fetched(), bytesPerSecond: speeds.bytes.rate(), secondsLeft: left }
    },
    end: () => ({
      kind: 'done',
      measured,
      failed: failed.slice(0, LISTED_FAILURES),
      failedCount: failed.length,
      ...fetched(),
      seconds: (now() - startedAt) / 1000,
    }),
  }
}
