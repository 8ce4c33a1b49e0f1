import type { z } from 'zod'
import type { measureEvent } from '#contract'
import { judgeMissing } from '../apply-recipe.ts'
import { announce, type Desk } from '../desk.ts'
import { measureLacking } from './measure-lacking.ts'
import { startMeasuring } from './measure-progress.ts'

/** Screens ask again this often while values come in. */
const ANNOUNCE_EVERY_MS = 1_000

/**
 * Brings measured rows up to date that lack measures, tells how far it is, here and in the status bar, and judges everything once at the end. Rows that
 * are not here keep lacking: they are measured when they are fetched.
 */
export async function* fillLacking(desk: Desk, signal: AbortSignal): AsyncGenerator<z.infer<typeof measureEvent>> {
  const { record, analysis } = desk.session.workspace
  const bodies = record.sources().reduce((sum, source) => sum + source.bodies, 0)
  const total = Math.min(bodies, await analysis.countLacking())
  const progress = startMeasuring(total, desk.session.hub.traffic)
  yield { kind: 'started', total }
  if (total > 0) {
    const job = desk.jobs.start('measuring', 'examples')
    let announcedAt = performance.now()
    try {
      for await (const rows of measureLacking(desk, signal)) {
        progress.add(rows)
        job.progress(progress.done(), total)
        yield progress.event()
        if (performance.now() - announcedAt < ANNOUNCE_EVERY_MS) continue
        announcedAt = performance.now()
        await announce(desk, 'examples')
      }
    } finally {
      job.end()
      await announce(desk, 'examples')
    }
  }
  await judgeMissing(desk)
  yield progress.end()
}
