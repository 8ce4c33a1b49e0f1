import type { z } from 'zod'
import type { measureEvent } from '#contract'
import { judgeMissing } from '../apply-recipe.ts'
import type { Desk } from '../desk.ts'
import { measureLacking } from './measure-lacking.ts'
import { startMeasuring } from './measure-progress.ts'
import { tellProgress } from './tell-progress.ts'

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
  if (total > 0) yield* tellProgress(desk, progress, total, measureLacking(desk, signal))
  await judgeMissing(desk)
  yield progress.end()
}
