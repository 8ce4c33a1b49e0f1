import type { ExampleRow } from '#record'

/** What would be picked of some attempts, and why. */
export interface Suggestion {
  id: string
  text: string
}

/** By label, then by how many steps of the recipe speak against it, then by tokens. */
const PREFERENCES: readonly ((row: ExampleRow) => number)[] = [
  ({ resolved }) => [0, -1, 1].indexOf(resolved),
  ({ reasons }) => -reasons.length,
  ({ values }) => -(typeof values.traj_tokens === 'number' ? values.traj_tokens : Number.MAX_SAFE_INTEGER),
]

/** Attempts, those first that speak for themselves most; of equal ones the lesser id. */
export function inPreference(rows: readonly ExampleRow[]): ExampleRow[] {
  return rows.toSorted((a, b) => {
    const differing = PREFERENCES.find((of) => of(a) !== of(b))
    return differing ? differing(b) - differing(a) : a.id < b.id ? -1 : 1
  })
}

/** The first {@link inPreference} with its reason in words; null where no attempt is measured, none is known to be right, or all of them are equal. */
export function suggestBest(rows: readonly ExampleRow[]): Suggestion | null {
  const measured = inPreference(rows.filter(({ isMeasured }) => isMeasured))
  const [best, second] = measured
  if (!best || !second || best.resolved === 0 || !PREFERENCES.some((of) => of(best) !== of(second))) return null
  return { id: best.id, text: whyBest(best, measured) }
}

function whyBest(best: ExampleRow, all: readonly ExampleRow[]): string {
  const resolved = all.filter(({ resolved }) => resolved === 1)
  if (best.resolved === 1 && resolved.length === 1) return `the only one of ${all.length} that resolves it`
  const among = best.resolved === 1 ? `of ${resolved.length} that resolve it` : `of ${all.length} without a label that says otherwise`
  const rivals = all.filter((row) => row.id !== best.id && row.resolved === best.resolved)
  if (rivals.every(({ reasons }) => reasons.length > best.reasons.length))
    return `${among}, the fewest steps of the recipe speak against it`
  return `${among}, the fewest tokens`
}
