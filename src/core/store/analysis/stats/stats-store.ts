import type { StatsStore } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { readDensity } from './density.ts'
import { readHistogram } from './histogram.ts'
import { readOverview } from './overview.ts'
import { readRates } from './rates.ts'
import { readSummary } from './summary.ts'
import { readTally } from './tally.ts'
import { readWindows } from './windows.ts'

/** Numbers over the examples of one analysis file. */
export function createStatsStore(reader: Reader, columns: Columns): StatsStore {
  return {
    overview: (query) => readOverview(reader, columns, query),
    summary: (query, by, measures) => readSummary(reader, columns, query, by, measures),
    rates: (query, by, least) => readRates(reader, columns, query, by, least),
    histogram: (query, options) => readHistogram(reader, columns, query, options),
    density: (query, options) => readDensity(reader, columns, query, options),
    windows: (query, options) => readWindows(reader, columns, query, options),
    tally: (query, options) => readTally(reader, columns, query, options),
  }
}
