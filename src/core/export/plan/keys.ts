import type { Candidate, GroupKey, PlanUnit } from './candidate.ts'

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
export function codeShared(units: readonly PlanUnit[]): SharedCodes {
  const coded = (by: SharedBy) => SHARED_KEYS[by].map((keyOf) => codeKeys(units, keyOf))
  return { instance: coded('instance'), patch: coded('patch'), duplicates: coded('duplicates') }
}

/** Repositories: GitHub's names are one whatever their case. */
export function codeRepos(units: readonly PlanUnit[]): CodedKeys {
  return codeKeys(
    units,
    ({ repo }) => repo,
    (key) => (typeof key === 'string' ? key.toLowerCase() : key),
  )
}

function codeKeys(
  units: readonly PlanUnit[],
  keyOf: (candidate: Candidate) => GroupKey,
  folded: (key: string | number) => string | number = (key) => key,
): CodedKeys {
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
  return { ones: Int32Array.from(units, ({ one }) => codeOf(one)), others: Int32Array.from(units, ({ other }) => codeOf(other)), keys }
}
