import { type Dimension, PERCENTILES } from '#record'
import type { Answers } from './answers.ts'
import type { Client } from './session.ts'
import { type StatsOptions, type StatsQuestions, statsQuestions } from './stats-questions.ts'

type Summary = Answers['stats']['summary']

/** A summary with what its cells and percentiles are of. */
export interface NamedSummary extends Summary {
  by: Dimension[]
  measures: string[]
  percentiles: readonly number[]
}

/** A tally with the names of its amounts. */
export type NamedTally = Answers['stats']['tally'] & { amounts: string[] }

/** Every number behind the Metrics screen: what `winnow stats --json` prints; docs/measures.md tells its shape. */
export interface Stats {
  where: string | null
  by: Dimension | null
  overview: Answers['stats']['overview']
  summary: NamedSummary
  languages: NamedSummary
  rates: { byLanguage: Answers['stats']['rates']; byHarnessAndModel: Answers['stats']['rates'] }
  histograms: Answers['stats']['histogram'][]
  density: Answers['stats']['density']
  windows: Answers['stats']['windows'][]
  toolTurns: NamedSummary
  turns: NamedSummary
  tallies: NamedTally[]
}

/** Asks everything of {@link statsQuestions}. */
export async function readStats(client: Client, options: StatsOptions, signal: AbortSignal): Promise<Stats> {
  const { stats, measure } = client
  const measures = await measure.list(undefined, { signal })
  const questions = statsQuestions(measures, options)
  const summary = async (input: StatsQuestions['summary'] | StatsQuestions['turns']): Promise<NamedSummary> => {
    const { by, measures: ids } = input
    return { by: [...by], measures: ids, percentiles: PERCENTILES, ...(await stats.summary({ ...input, by: [...by] }, { signal })) }
  }
  const tally = async (input: StatsQuestions['tallies'][number]): Promise<NamedTally> => {
    const amounts = measures.find(({ id }) => id === input.tally)?.amounts ?? []
    return { amounts: amounts.map(({ id }) => id), ...(await stats.tally(input, { signal })) }
  }
  return {
    where: options.where ?? null,
    by: options.by,
    overview: await stats.overview(questions.overview, { signal }),
    summary: await summary(questions.summary),
    languages: await summary(questions.languages),
    rates: {
      byLanguage: await stats.rates(questions.rates.byLanguage, { signal }),
      byHarnessAndModel: await stats.rates(questions.rates.byHarnessAndModel, { signal }),
    },
    histograms: await Promise.all(questions.histograms.map((input) => stats.histogram(input, { signal }))),
    density: await stats.density(questions.density, { signal }),
    windows: await Promise.all(questions.windows.map((input) => stats.windows(input, { signal }))),
    toolTurns: await summary(questions.toolTurns),
    turns: await summary(questions.turns),
    tallies: await Promise.all(questions.tallies.map(tally)),
  }
}
