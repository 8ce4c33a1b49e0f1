import type { ExampleRow } from '#record'

/** What rows that leave are counted by, for the card and its pictures. */
export const LEAVING_GROUPS = ['language', 'harness', 'license', 'model'] as const

/** See {@link LEAVING_GROUPS}. */
export type LeavingGroup = (typeof LEAVING_GROUPS)[number]

/** The examples that leave, counted; of a pair the one to be learned from. */
export interface LeavingTally {
  /** Examples by value; '' for none. */
  groups: Record<LeavingGroup, Map<string, number>>
  /** Distinct values. */
  repos: Set<string>
  instances: Set<string>
  /** Rows by the number of their tokens: `lengths[i]` have from 2^i to below 2^(i+1); rows that nobody counted are not in it. */
  lengths: number[]
}

/** A tally of nothing. */
export function emptyLeaving(): LeavingTally {
  return {
    groups: { language: new Map(), harness: new Map(), license: new Map(), model: new Map() },
    repos: new Set(),
    instances: new Set(),
    lengths: [],
  }
}

/** Counts one row that was written, by the example it is of; `tokens` as the totals of the export count them, null where nobody did. */
export function addLeaving({ groups, repos, instances, lengths }: LeavingTally, row: ExampleRow, tokens: number | null): void {
  for (const by of LEAVING_GROUPS) {
    const value = row[by] ?? ''
    groups[by].set(value, (groups[by].get(value) ?? 0) + 1)
  }
  if (row.repo !== null) repos.add(row.repo)
  if (row.instanceId !== null) instances.add(row.instanceId)
  if (tokens === null) return
  const bin = Math.floor(Math.log2(Math.max(tokens, 1)))
  while (lengths.length <= bin) lengths.push(0)
  lengths[bin] = (lengths[bin] ?? 0) + 1
}
