import type { z } from 'zod'
import type * as s from '#contract'
import { createSpeedMeter } from './add/speed-meter.ts'
import type { EventHub } from './event-hub.ts'

type Job = z.infer<typeof s.job>
type WorkspaceEvent = z.infer<typeof s.workspaceEvent>

/** A running job's handle. */
export interface JobHandle {
  /** Says how far it is; `total` null while unknown. */
  progress(done: number, total: number | null): void
  end(): void
}

/** The long work in progress, as the status bar sees it. */
export interface Jobs {
  list(): Job[]
  start(label: string, unit: string): JobHandle
}

/** Often enough for the eye, seldom enough for the wire. */
const PUBLISH_EVERY_MS = 100
/** A rate of less than this is a guess. */
const FIRST_RATE_MS = 500

/** Makes the job list; every change is published on the hub. */
export function createJobs(hub: EventHub<WorkspaceEvent>, now: () => number = () => performance.now()): Jobs {
  const running = new Map<string, Job>()
  let count = 0
  return {
    list: () => [...running.values()],
    start(label, unit) {
      const job: Job = { id: `job${++count}`, label, unit, done: 0, total: null, rate: null }
      const startedAt = now()
      const speed = createSpeedMeter(now)
      let publishedAt = now()
      running.set(job.id, job)
      hub.publish({ kind: 'job', job: { ...job } })
      return {
        progress(done, total) {
          speed.note(done)
          Object.assign(job, { done, total, rate: now() - startedAt > FIRST_RATE_MS ? speed.rate() : null })
          if (now() - publishedAt < PUBLISH_EVERY_MS) return
          publishedAt = now()
          hub.publish({ kind: 'job', job: { ...job } })
        },
        end() {
          running.delete(job.id)
          hub.publish({ kind: 'job-ended', id: job.id })
        },
      }
    },
  }
}
