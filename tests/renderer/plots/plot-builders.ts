import type { AxisInfo, DensityData, HistogramData, ShareData } from '../../../src/renderer/plots/index.ts'

/** Whole tokens. */
export const TOKENS: AxisInfo = { label: 'Tokens', unit: 'tokens', isInteger: true }

/** A histogram over 0 to 1000 of these counts by group; a group named 'all' is everything. */
export function histogramOf(groups: Record<string, number[]>): HistogramData {
  const count = Object.values(groups)[0]?.length ?? 0
  return {
    axis: { measure: 'traj_tokens', min: 0, max: 1000, isLog: false },
    edges: Array.from({ length: count + 1 }, (_, edge) => (edge * 1000) / count),
    groups: Object.entries(groups).map(([key, bins]) => ({
      keys: key === 'all' ? [] : [key],
      n: bins.reduce((sum, one) => sum + one, 0),
      bins,
      above: 0,
    })),
    groupsLeftOut: 0,
  }
}

/** A density of 4 by 4 over 0 to 1000 of these cells by group. */
export function densityOf(groups: Record<string, [number, number][]>): DensityData {
  const told = Object.entries(groups).map(([key, cells]) => ({ keys: [key], n: cells.reduce((sum, [, one]) => sum + one, 0), cells }))
  return {
    x: { measure: 'traj_tokens', min: 0, max: 1000, isLog: false },
    y: { measure: 'n_messages', min: 0, max: 1000, isLog: false },
    columns: 4,
    rows: 4,
    n: told.reduce((sum, { n }) => sum + n, 0),
    groups: told,
    groupsLeftOut: 0,
    points: null,
  }
}

/** So many of so many, with an interval of ten points around. */
export function shareOf(hits: number, n: number): ShareData {
  const rate = n === 0 ? null : hits / n
  return { n, hits, rate, low: rate === null ? null : Math.max(0, rate - 0.1), high: rate === null ? null : Math.min(1, rate + 0.1) }
}
