import type { StatsStore } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Connections } from '../connections.ts'

/** Numbers over the examples of one analysis file. */
export function createStatsStore(_connections: Connections, _columns: Columns): StatsStore {
  const later = () => Promise.reject(new Error('not there yet'))
  return { overview: later, summary: later, rates: later, histogram: later, density: later, windows: later, tally: later }
}
