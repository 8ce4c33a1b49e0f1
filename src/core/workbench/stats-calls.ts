import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { queryOf } from './query-of.ts'

/** The calls about numbers over many examples. */
export function statsCalls(desk: Desk) {
  const stats = () => desk.session.workspace.analysis.stats
  return {
    overview: os.stats.overview.handler(({ input }) => stats().overview(queryOf(input.selection))),
    summary: os.stats.summary.handler(({ input: { selection, by, measures } }) => stats().summary(queryOf(selection), by, measures)),
    rates: os.stats.rates.handler(({ input: { selection, by, least } }) => stats().rates(queryOf(selection), by, least)),
    histogram: os.stats.histogram.handler(({ input: { selection, ...options } }) => stats().histogram(queryOf(selection), options)),
    density: os.stats.density.handler(({ input: { selection, ...options } }) => stats().density(queryOf(selection), options)),
    windows: os.stats.windows.handler(({ input: { selection, ...options } }) => stats().windows(queryOf(selection), options)),
    tally: os.stats.tally.handler(({ input: { selection, ...options } }) => stats().tally(queryOf(selection), options)),
  }
}
