/** Shares as they are typed: percent by value. */
export type ShareDraft = Readonly<Record<string, string>>

/** How far typed percents may be from 100 in sum: thirds are written as 33, 33 and 33. */
const SLACK = 1

/** Shares of a plan in percent, as one would type them. */
export function draftOf(shares: Readonly<Record<string, number>>): ShareDraft {
  return Object.fromEntries(Object.entries(shares).map(([value, share]) => [value, typed(share * 100)]))
}

/** What is typed in sum; null while something is no percent. */
export function sumOf(draft: ShareDraft): number | null {
  const percents = Object.values(draft).map(percentOf)
  return percents.some((percent) => percent === null) ? null : percents.reduce<number>((sum, percent) => sum + (percent ?? 0), 0)
}

/** The shares of a draft, adding up to 1; null while it cannot be asked for. */
export function sharesOf<Key extends string>(draft: Readonly<Record<Key, string>>): Record<Key, number> | null {
  const sum = sumOf(draft)
  if (sum === null || sum <= 0 || Math.abs(sum - 100) > SLACK) return null
  const shares = Object.entries<string>(draft).map(([value, text]) => [value, (percentOf(text) ?? 0) / sum])
  return Object.fromEntries(shares) as Record<Key, number>
}

/** What is wrong with a draft, in words; null when nothing is. */
export function shareProblem(draft: ShareDraft): string | null {
  const sum = sumOf(draft)
  if (sum === null) return 'A share is a percent from 0 to 100.'
  if (Math.abs(sum - 100) <= SLACK) return null
  const far = typed(Math.abs(sum - 100))
  return `The shares add up to ${typed(sum)} %: ${far} % ${sum < 100 ? 'are missing' : 'too much'}. Nothing is asked for until they make 100 %.`
}

/** Shares as values have them now, the largest `most` of them, in whole percents that add up to 100. */
export function sharesAsTheyAre(counts: readonly { value: string; count: number }[], most: number): ShareDraft {
  const largest = counts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
  const all = largest.reduce((sum, { count }) => sum + count, 0)
  const [first, ...others] = largest.map(({ value, count }) => ({ value, percent: Math.floor((count / all) * 100) }))
  if (!first) return {}
  const rest = others.reduce((sum, { percent }) => sum + percent, 0)
  return Object.fromEntries([[first.value, String(100 - rest)], ...others.map(({ value, percent }) => [value, String(percent)])])
}

function percentOf(text: string): number | null {
  const trimmed = text.trim()
  return /^\d{1,3}(\.\d{1,6})?$/.test(trimmed) && Number(trimmed) <= 100 ? Number(trimmed) : null
}

/** At most two digits behind the point, and none that say nothing. */
function typed(percent: number): string {
  return String(Math.round(percent * 100) / 100)
}
