import type { Candidate, GroupKey } from './candidate.ts'

/** What two examples can have in common so that they must not be in two splits. */
export type SharedBy = 'instance' | 'patch' | 'duplicates'

type KeyOf = (candidate: Candidate) => GroupKey

/** One instance under two names is told by its task; the same words or nearly the same, and nearly the same patch, make duplicates. */
export const SHARED_KEYS: Readonly<Record<SharedBy, readonly KeyOf[]>> = {
  instance: [({ instance }) => instance, ({ task }) => task],
  patch: [({ patch }) => patch],
  duplicates: [({ issue }) => issue, ({ issueGroup }) => issueGroup, ({ patchGroup }) => patchGroup],
}

/** GitHub's names are one whatever their case. */
export const repoKey: KeyOf = ({ repo }) => (typeof repo === 'string' ? repo.toLowerCase() : repo)
