import type { SplitPlan } from '#record'
import { examplesOf, type PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import { Components } from './components.ts'
import { repoKey, SHARED_KEYS, type SharedBy } from './keys.ts'

/** Units that must be in one split. */
export interface SplitGroup {
  units: PlanUnit[]
  /** What it is called where chance decides: its repository, the least where there are several, or its first example. */
  name: string
  /** The newest time of its examples; '' where none has one. */
  newest: string
}

/**
 * The groups that must stay whole: repositories, or attempts at one instance where splits are by time; and what of these shares an instance, a patch
 * or words is one group.
 */
export function splitGroups(units: readonly PlanUnit[], by: SplitPlan['by']): { groups: SplitGroup[]; joined: SplitTable['joined'] } {
  const components = new Components(units)
  const joinBy = (shared: SharedBy) => SHARED_KEYS[shared].reduce((keys, keyOf) => keys + components.join(keyOf), 0)
  if (by === 'repo') components.join(repoKey)
  else joinBy('instance')
  const crossing: SharedBy[] = by === 'repo' ? ['instance', 'patch', 'duplicates'] : ['patch', 'duplicates']
  const joined = crossing.map((shared) => ({ by: shared, groups: joinBy(shared) }))
  return { groups: gathered(units, components), joined: joined.filter(({ groups }) => groups > 0) }
}

function gathered(units: readonly PlanUnit[], components: Components): SplitGroup[] {
  const groups = new Map<number, SplitGroup>()
  for (const [place, unit] of units.entries()) {
    const first = components.firstOf(place)
    const name = String(repoKey(unit.one) ?? unit.one.id)
    const newest = examplesOf(unit).reduce((latest, { time }) => (time !== null && time > latest ? time : latest), '')
    const group = groups.get(first)
    if (!group) groups.set(first, { units: [unit], name, newest })
    else {
      group.units.push(unit)
      if (name < group.name) group.name = name
      if (newest > group.newest) group.newest = newest
    }
  }
  return [...groups.values()]
}
