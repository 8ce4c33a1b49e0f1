import type { ExportChoice } from '#record'
import { byLot } from './by-lot.ts'
import type { GroupKey, PlanUnit } from './candidate.ts'
import { each, type Stages } from './stages.ts'

/**
 * At most so many units of each group, drawn by lot; the others in the order they came in. One that has no instance or no repository is a group of its own,
 * for nothing says that two of them have one; of the other groupings "none" is a group like any.
 */
export function* capGroups(units: readonly PlanUnit[], { per, most }: ExportChoice['caps'][number], seed: number): Stages<PlanUnit[]> {
  const isAlone = per === 'instance' || per === 'repo'
  const groups = new Map<GroupKey, PlanUnit[]>()
  yield* each(units, (unit) => {
    const key = unit.one[per]
    if (key === null && isAlone) return
    const group = groups.get(key)
    if (group) group.push(unit)
    else groups.set(key, [unit])
  })
  const gone = new Set<PlanUnit>()
  for (const group of groups.values()) {
    if (group.length <= most) continue
    for (const unit of (yield* byLot(group, seed, `cap ${per}`)).slice(most)) gone.add(unit)
  }
  yield
  return units.filter((unit) => !gone.has(unit))
}
