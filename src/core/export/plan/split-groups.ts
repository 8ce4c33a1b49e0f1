import type { SplitPlan } from '#record'
import type { PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import { Components } from './components.ts'
import { type CodedKeys, codeRepos, type SharedBy, type SharedCodes } from './keys.ts'
import { mapped, type Stages } from './stages.ts'

/** Units that must be in one split. */
export interface SplitGroup {
  size: number
  /** What it is called where chance decides: its repository, the least where there are several, or its first example. */
  name: string
  /** The newest time of its examples; '' where none has one. */
  newest: string
}

/** Units in groups; `groupOf` has the group of each unit, by their places. */
export interface Grouped {
  groups: SplitGroup[]
  groupOf: readonly SplitGroup[]
  joined: SplitTable['joined']
}

/**
 * The groups that must stay whole: repositories, or attempts at one instance where splits are by time; and what of these shares an instance, a patch
 * or words is one group.
 */
export function* splitGroups(units: readonly PlanUnit[], by: SplitPlan['by'], shared: SharedCodes): Stages<Grouped> {
  const components = new Components(units.length)
  function* joinBy(what: SharedBy): Stages<number> {
    let keys = 0
    for (const coded of shared[what]) keys += yield* components.join(coded)
    return keys
  }
  const repos = by === 'repo' ? yield* codeRepos(units) : null
  if (repos) yield* components.join(repos)
  else yield* joinBy('instance')
  const crossing: SharedBy[] = repos ? ['instance', 'patch', 'duplicates'] : ['patch', 'duplicates']
  const joined: SplitTable['joined'] = []
  for (const what of crossing) joined.push({ by: what, groups: yield* joinBy(what) })
  return { ...(yield* gathered(units, components, repos)), joined: joined.filter(({ groups }) => groups > 0) }
}

function* gathered(
  units: readonly PlanUnit[],
  components: Components,
  repos: CodedKeys | null,
): Stages<Pick<Grouped, 'groups' | 'groupOf'>> {
  const groups = new Map<number, SplitGroup>()
  const groupOf = yield* mapped(units, (unit, place) => {
    const first = components.firstOf(place)
    const name = String(repos?.keys[repos.ones[place] ?? -1] ?? unit.one.id)
    const newest = newestOf(unit)
    const group = groups.get(first) ?? { size: 0, name, newest }
    group.size += 1
    if (name < group.name) group.name = name
    if (newest > group.newest) group.newest = newest
    if (group.size === 1) groups.set(first, group)
    return group
  })
  return { groups: [...groups.values()], groupOf }
}

function newestOf({ one, other }: PlanUnit): string {
  const [a, b] = [one.time ?? '', other?.time ?? '']
  return a > b ? a : b
}
