import type { Candidate, GroupKey, PlanUnit } from './candidate.ts'
import { each, type Stages } from './stages.ts'

/** What two examples can have in common so that they must not be in two splits. */
export type SharedBy = 'instance' | 'patch' | 'duplicates'

/** One instance under two names is told by its task; the same words or nearly the same, and nearly the same patch, make duplicates. */
const SHARED_KEYS: Readonly<Record<SharedBy, readonly ((candidate: Candidate) => GroupKey)[]>> = {
  instance: [({ instance }) => instance, ({ task }) => task],
  patch: [({ patch }) => patch],
  duplicates: [({ issue }) => issue, ({ issueGroup }) => issueGroup, ({ patchGroup }) => patchGroup],
}

/** Keys of units as small numbers from 0, equal for equal keys, -1 for none: half a million texts are compared once and not a dozen times. */
export interface CodedKeys {
  ones: Int32Array
  /** Of the other one of each pair. */
  others: Int32Array
  /** By number. */
  keys: (string | number)[]
}

/** What units share, coded. */
export type SharedCodes = Readonly<Record<SharedBy, readonly CodedKeys[]>>

/** Every key that must not be in two splits. */
export function* codeShared(units: readonly PlanUnit[]): Stages<SharedCodes> {
  const coded: Record<SharedBy, CodedKeys[]> = { instance: [], patch: [], duplicates: [] }
  for (const by of Object.keys(coded) as SharedBy[]) for (const keyOf of SHARED_KEYS[by]) coded[by].push(yield* codeKeys(units, keyOf))
  return coded
}

/** Repositories: GitHub's names are one whatever their case. */
export function codeRepos(units: readonly PlanUnit[]): Stages<CodedKeys> {
  return codeKeys(
    units,
    ({ repo }) => repo,
    (key) => (typeof key === 'string' ? key.toLowerCase() : key),
  )
}

function* codeKeys(
  units: readonly PlanUnit[],
  keyOf: (candidate: Candidate) => GroupKey,
  folded: (key: string | number) => string | number = (key) => key,
): Stages<CodedKeys> {
  const codes = new Map<string | number, number>()
  const keys: (string | number)[] = []
  const add = (key: string | number): number => {
    const fold = folded(key)
    const code = codes.get(fold) ?? keys.push(fold) - 1
    codes.set(fold, code)
    codes.set(key, code)
    return code
  }
  const codeOf = (candidate: Candidate | null): number => {
    const key = candidate && keyOf(candidate)
    return key === null || key === '' ? -1 : (codes.get(key) ?? add(key))
  }
  const ones = new Int32Array(units.length)
  const others = new Int32Array(units.length)
  yield* each(units, ({ one, other }, place) => {
    ones[place] = codeOf(one)
    others[place] = codeOf(other)
  })
  return { ones, others, keys }
}
