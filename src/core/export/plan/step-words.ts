import type { ExportChoice, Grouping } from '#record'

/** What a step lets through, in numbers. */
export interface ChoiceStep {
  step: string
  before: number
  after: number
}

/** A grouping as people say it. */
export function groupingWord(grouping: Grouping): string {
  return grouping === 'repo' ? 'repository' : grouping
}

/** How a cap is told. */
export function capWords({ per, most }: ExportChoice['caps'][number]): string {
  return `at most ${count(most)} of each ${groupingWord(per)}`
}

/** How a mixture is told. */
export function mixtureWords({ by }: NonNullable<ExportChoice['mixture']>): string {
  return `mixture by ${groupingWord(by)}`
}

/** How a limit is told. */
export function limitWords(limit: number): string {
  return `at most ${count(limit)} in all`
}

/** A count with its thousands separated. */
export function count(number: number): string {
  return number.toLocaleString('en-US')
}
