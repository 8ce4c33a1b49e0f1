import type { ChoiceStep, PlanUnit } from '#export'
import type { ExportPlan } from '#record'
import { projectPairs } from '#review'
import type { Desk } from '../desk.ts'
import { IS_MEASURED, narrowed, outcomeIs, selectedBy } from './plan-query.ts'
import { readCandidates } from './read-candidates.ts'

/**
 * Preference pairs that stand, as far as both examples are measured here, and what of them a plan lets through. Selection and outcome are about the chosen one:
 * a pair whose chosen one the recipe drops or people rejected stays behind, for nobody wants that learnt; what is said of the other does not matter.
 */
export async function readPairs(desk: Desk, plan: ExportPlan, signal?: AbortSignal): Promise<{ units: PlanUnit[]; steps: ChoiceStep[] }> {
  const pairs = projectPairs(desk.session.ledger)
  const ids = [...new Set(pairs.flatMap(({ chosen, rejected }) => [chosen, rejected]))]
  const here = new Map((await readCandidates(desk, narrowed({ ids }, IS_MEASURED), plan, signal)).map((one) => [one.id, one]))
  const all = pairs.flatMap(({ chosen, rejected }): PlanUnit[] => {
    const [one, other] = [here.get(chosen), here.get(rejected)]
    return one && other ? [{ one, other }] : []
  })
  const query = selectedBy(desk, plan.choice)
  const among = { ...query, ids: all.map(({ one }) => one.id).filter(isAmong(query.ids)) }
  const selected = await idsOf(desk, among)
  const kept = await idsOf(desk, narrowed(among, outcomeIs(plan.choice.outcome)))
  const picked = all.filter(({ one }) => selected.has(one.id))
  const units = picked.filter(({ one }) => kept.has(one.id))
  const steps = [
    { step: 'pairs with both examples measured', before: pairs.length, after: all.length },
    { step: 'selected by the chosen one', before: all.length, after: picked.length },
    {
      step: plan.choice.outcome === 'keep' ? 'chosen one kept' : 'chosen one accepted by people',
      before: picked.length,
      after: units.length,
    },
  ]
  return { units, steps }
}

function isAmong(ids: readonly string[] | undefined): (id: string) => boolean {
  const set = ids && new Set(ids)
  return (id) => set?.has(id) ?? true
}

async function idsOf({ session }: Desk, query: Parameters<typeof session.workspace.analysis.columnsOf>[0]): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const [part = []] of session.workspace.analysis.columnsOf(query, [])) for (const id of part) ids.add(String(id))
  return ids
}
