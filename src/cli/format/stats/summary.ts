import type { SummaryCell } from '#record'
import type { NamedSummary } from '../../read-stats.ts'
import { groupWords, leftOutWords } from '../group-words.ts'
import { formatNumber } from '../number.ts'
import { formatTable } from '../table.ts'

/** A part of a summary: the table for each group, one line a measure. `parts` are percentiles, or what a cell has beside them. */
function summaryTable({ groups, measures, percentiles, groupsLeftOut }: NamedSummary, parts: readonly Part[]): string {
  const columns = [{ heading: 'measure', longest: 24 }, ...parts.map((part) => ({ heading: headingOf(part), isNumber: true }))]
  const tables = groups.map(({ keys, cells, measured }) => {
    const lines = cells.map((cell, at) => [measures[at] ?? '', ...parts.map((part) => partOf(cell, part, percentiles))])
    const table = formatTable(columns, lines)
    return keys.length === 0 ? table : `${groupWords(keys)} (${formatNumber(measured)} measured)\n${table}`
  })
  return [tables.join('\n\n'), ...leftOutWords(groupsLeftOut)].join('\n')
}

type Part = 'count' | 'mean' | 'std' | 'min' | 'max' | number

/** Count, mean, deviation, extremes and quartiles. */
export function formatSummary(summary: NamedSummary): string {
  return summaryTable(summary, ['count', 'mean', 'std', 'min', 25, 50, 75, 'max'])
}

/** The median, the tail and the largest. */
export function formatPercentiles(summary: NamedSummary): string {
  return summaryTable(summary, [50, 75, 90, 95, 99, 'max'])
}

/** One line a group: how many, then the mean of each measure. */
export function formatMeans({ groups, by, measures, groupsLeftOut }: NamedSummary): string {
  const table = formatTable(
    [
      { heading: by.join(', ') },
      { heading: 'measured', isNumber: true },
      ...measures.map((id) => ({ heading: `mean ${id}`, isNumber: true })),
    ],
    groups.map(({ keys, measured, cells }) => [groupWords(keys), formatNumber(measured), ...cells.map(({ mean }) => shown(mean))]),
  )
  return [table, ...leftOutWords(groupsLeftOut)].join('\n')
}

/** One line a group: how many examples there are, and how many of them are measured. */
export function formatCounts({ groups, by, groupsLeftOut }: NamedSummary): string {
  const table = formatTable(
    [{ heading: by.join(', ') }, { heading: 'trajectories', isNumber: true }, { heading: 'measured', isNumber: true }],
    groups.map(({ keys, examples, measured }) => [groupWords(keys), formatNumber(examples), formatNumber(measured)]),
  )
  return [table, ...leftOutWords(groupsLeftOut)].join('\n')
}

function headingOf(part: Part): string {
  return typeof part === 'number' ? `p${part}` : part
}

function partOf(cell: SummaryCell, part: Part, percentiles: readonly number[]): string {
  return shown(typeof part === 'number' ? (cell.percentiles?.[percentiles.indexOf(part)] ?? null) : cell[part])
}

/** Large numbers without decimals: eight columns of them must fit into a hundred characters. */
function shown(value: number | null): string {
  if (value === null) return ''
  return formatNumber(Math.abs(value) >= 1000 ? Math.round(value) : value)
}
