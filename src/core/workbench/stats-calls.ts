import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { queryOf } from './query-of.ts'

/** The calls about numbers over many examples. */
export function statsCalls(desk: Desk) {
  const stats = (signal: AbortSignal | undefined) => desk.session.workspace.analysis.until(signal).stats
  return {
    overview: os.stats.overview.handler(({ input, signal }) => stats(signal).overview(queryOf(input.selection))),
    summary: os.stats.summary.handler(({ input: { selection, by, measures }, signal }) =>
      stats(signal).summary(queryOf(selection), by, measures),
    ),
    rates: os.stats.rates.handler(({ input: { selection, by, least }, signal }) => stats(signal).rates(queryOf(selection), by, least)),
    histogram: os.stats.histogram.handler(({ input: { selection, ...options }, signal }) =>
      stats(signal).histogram(queryOf(selection), options),
    ),
    density: os.stats.density.handler(({ input: { selection, ...options }, signal }) => stats(signal).density(queryOf(selection), options)),
    windows: os.stats.windows.handler(({ input: { selection, ...options }, signal }) => stats(signal).windows(queryOf(selection), options)),
    tally: os.stats.tally.handler(({ input: { selection, ...options }, signal }) => stats(signal).tally(queryOf(selection), options)),
  }
}
