import { printable } from '../fault-lines.ts'
import type { Stats } from '../read-stats.ts'
import { formatDensity } from './stats/density.ts'
import { formatHistogram } from './stats/histogram.ts'
import { formatOverview } from './stats/overview.ts'
import { formatRates } from './stats/rates.ts'
import { formatCounts, formatMeans, formatPercentiles, formatSummary } from './stats/summary.ts'
import { formatTally } from './stats/tally.ts'
import { formatWindows } from './stats/windows.ts'

/** The Metrics screen as tables, a hundred characters wide. */
export function formatStats(stats: Stats): string {
  const { where, rates, density } = stats
  const sections: [string, string][] = [
    ['overview', formatOverview(stats.overview)],
    ['summary', formatSummary(stats.summary)],
    ['percentiles', formatPercentiles(stats.summary)],
    ['trajectories by language', formatCounts(stats.languages)],
    ['resolution rate by language', formatRates(rates.byLanguage, 'language')],
    ['resolution rate by harness and model', formatRates(rates.byHarnessAndModel, 'harness, model')],
    ['distributions', stats.histograms.map(formatHistogram).join('\n\n')],
    [`${density.x.measure} against ${density.y.measure}`, formatDensity(density)],
    ['share that fits a context window', formatWindows(stats.windows)],
    ['tool turns by label', formatMeans(stats.toolTurns)],
    ['turns by harness and thinking', formatMeans(stats.turns)],
    ...stats.tallies.map((tally): [string, string] => [tally.tally, formatTally(tally)]),
  ]
  const head = where === null ? [] : [`where ${printable(where)}`]
  return [...head, ...sections.map(([title, text]) => `\n── ${title} ──\n${text}`)].join('\n').trimStart()
}
