import type { TallyEntry } from '#record'

/** Entries with the same key added up, each key once, in the order of their first. */
export function sumTally(entries: readonly TallyEntry[]): TallyEntry[] {
  const sums = new Map<string, TallyEntry>()
  for (const { key, amounts } of entries) {
    const sum = sums.get(key)
    if (sum) for (const [at, amount] of amounts.entries()) sum.amounts[at] = (sum.amounts[at] ?? 0) + amount
    else sums.set(key, { key, amounts: [...amounts] })
  }
  return [...sums.values()]
}
