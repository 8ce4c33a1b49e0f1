import type { Answers } from '../../api/api.ts'
import { formatCount } from '../../widgets/format-number.ts'

/** What is known of one step in force. */
export type Insight = Answers['recipe']['insight']

type Struck = Insight['byLanguage'][number]

/** Fewer rows than these say nothing of a language's share. */
const ENOUGH = 10

/** Values a step removes the largest share of, at most two: "java, c". Those with few rows come in only where there are no others. */
export function struckMost(values: readonly Struck[]): string {
  const struck = values.filter(({ failing }) => failing > 0)
  const many = struck.filter(({ of }) => of >= ENOUGH)
  const ranked = [...(many.length > 0 ? many : struck)].sort((a, b) => b.failing / b.of - a.failing / a.of || b.failing - a.failing)
  return ranked
    .slice(0, 2)
    .map(({ key }) => key || 'none')
    .join(', ')
}

/** "31 of 120": of the decided ones that this step drops, those that people kept. */
export function overriddenWords({ overridden, decided }: Insight): string {
  return `${formatCount(overridden)} of ${formatCount(decided)}`
}

/** "0.74", and "0.66 to 0.81" for how sure that is; null before anybody decided. */
export function precisionWords({ precision: { rate, low, high } }: Insight): { rate: string; interval: string } | null {
  if (rate === null) return null
  return { rate: rate.toFixed(2), interval: `${(low ?? 0).toFixed(2)} to ${(high ?? 1).toFixed(2)}` }
}
