import { setImmediate } from 'node:timers/promises'
import { type ChoiceStep, type Chosen, chooseUnits, type PlanUnit, type Stages, targetOf } from '#export'
import type { ExportPlan } from '#record'
import type { Desk } from '../desk.ts'
import { bringGroups } from '../group-examples.ts'
import { IS_MEASURED, narrowed, outcomeIs, selectedBy } from './plan-query.ts'
import { readCandidates } from './read-candidates.ts'
import { readPairs } from './read-pairs.ts'

/**
 * What a plan lets leave of the workspace as it is: the same for the same state, whoever asks. Splits bring the groups of near-duplicates up to date first.
 *
 * @throws FaultError `bad-input` for a plan that cannot be followed, `not-found` for a queue that is gone; and the signal's reason
 */
export async function choosePlan(desk: Desk, plan: ExportPlan, signal?: AbortSignal): Promise<Chosen> {
  if (plan.splits) await bringGroups(desk, { signal: signal ?? desk.session.closing.signal, isQuick: false })
  const isOfPairs = targetOf(plan.target).info.unit === 'pair'
  const { units, steps } = isOfPairs ? await readPairs(desk, plan, signal) : await readExamples(desk, plan, signal)
  return inTurns(chooseUnits(units, plan, steps), signal)
}

/** Half a frame of the screen: so long the thread is held. */
const TURN_MS = 8

/** Runs work to its end while others have their turn between its stages. */
async function inTurns<T>(work: Stages<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let endsAt = performance.now() + TURN_MS; ; ) {
    const stage = work.next()
    if (stage.done) return stage.value
    if (performance.now() < endsAt) continue
    await setImmediate()
    signal?.throwIfAborted()
    endsAt = performance.now() + TURN_MS
  }
}

async function readExamples(desk: Desk, plan: ExportPlan, signal?: AbortSignal): Promise<{ units: PlanUnit[]; steps: ChoiceStep[] }> {
  const { analysis } = desk.session.workspace
  const query = selectedBy(desk, plan.choice)
  const { indexed, measured } = await analysis.counts()
  const selected = await countOf(desk, narrowed(query, IS_MEASURED))
  const found = await readCandidates(desk, narrowed(query, IS_MEASURED, outcomeIs(plan.choice.outcome)), plan, signal)
  const steps = [
    ...(indexed === measured ? [] : [{ step: 'measured', before: indexed, after: measured }]),
    { step: 'selected', before: measured, after: selected },
    { step: plan.choice.outcome === 'keep' ? 'kept by recipe and people' : 'accepted by people', before: selected, after: found.length },
  ]
  return { units: found.map((one) => ({ one, other: null })), steps }
}

async function countOf({ session }: Desk, query: Parameters<typeof session.workspace.analysis.countBy>[0]): Promise<number> {
  const [counted] = await session.workspace.analysis.countBy(query, ['is_measured'])
  return counted?.count ?? 0
}
