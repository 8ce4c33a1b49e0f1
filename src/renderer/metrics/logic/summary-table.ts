import { looksOf, type PlotTable } from '../../plots/index.ts'
import type { StatsOf } from '../use-stats.ts'
import type { Dimension } from './choices.ts'
import { dimensionTitle } from './dimension-title.ts'
import { CELL_PERCENTILES } from './percentiles.ts'

type Summary = StatsOf<'summary'>

/** A measure's name, and the stable orders of the dimensions' keys. */
export interface SummaryWords {
  labelOf: (measure: string) => string
  orderOf: (dimension: Dimension) => readonly string[]
}

/** The numeric summary: for each measure a line a group with count, mean, standard deviation, extremes and percentiles. */
export function summaryTable({ input, answer }: Summary, { labelOf, orderOf }: SummaryWords): PlotTable {
  const by = input.by ?? []
  const groups = groupWords(answer, by, orderOf)
  return {
    columns: [
      { title: 'Measure' },
      ...by.map((dimension) => ({ title: dimensionTitle(dimension) })),
      ...['n', 'Mean', 'Std', 'Min', ...CELL_PERCENTILES.map((one) => `p${one}`), 'Max'].map((title) => ({ title, isNumber: true })),
    ],
    rows: input.measures.flatMap((measure, m) =>
      answer.groups.flatMap(({ cells }, g) => {
        const cell = cells[m]
        if (!cell) return []
        const percentiles = CELL_PERCENTILES.map((_, i) => cell.percentiles?.[i] ?? null)
        return [[labelOf(measure), ...(groups[g] ?? []), cell.count, cell.mean, cell.std, cell.min, ...percentiles, cell.max]]
      }),
    ),
  }
}

/** Means of measures, a line a group: turns and tokens a turn by harness and thinking mode, as the dataset's paper tells them. */
export function meansTable({ input, answer }: Summary, { labelOf, orderOf }: SummaryWords): PlotTable {
  const by = input.by ?? []
  const groups = groupWords(answer, by, orderOf)
  return {
    columns: [
      ...by.map((dimension) => ({ title: dimensionTitle(dimension) })),
      { title: 'n', isNumber: true },
      ...input.measures.map((measure) => ({ title: `Mean ${labelOf(measure).toLowerCase()}`, isNumber: true })),
    ],
    rows: answer.groups.map(({ measured, cells }, g) => [...(groups[g] ?? []), measured, ...cells.map(({ mean }) => mean)]),
  }
}

/** Each group's keys in words, one a dimension. */
function groupWords({ groups }: Summary['answer'], by: readonly Dimension[], orderOf: SummaryWords['orderOf']): string[][] {
  const looks = by.map((dimension, d) =>
    looksOf(
      dimension,
      groups.map(({ keys }) => keys[d] ?? ''),
      orderOf(dimension),
    ),
  )
  return groups.map((_, g) => looks.map((ofDimension) => ofDimension[g]?.label ?? ''))
}
