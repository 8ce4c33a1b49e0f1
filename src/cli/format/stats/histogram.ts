import type { StatsHistogram } from '#record'
import { groupWords, leftOutWords } from '../group-words.ts'
import { formatNumber } from '../number.ts'
import { formatTable } from '../table.ts'

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** One line a group: its bins as bars, each group to its own height. */
export function formatHistogram({ axis, groups, groupsLeftOut }: StatsHistogram): string {
  const table = formatTable(
    [
      { heading: axis.measure, longest: 24 },
      { heading: 'n', isNumber: true },
      { heading: `${shown(axis.min)} to ${shown(axis.max)}${axis.isLog ? ', log' : ''}` },
      { heading: 'beyond', isNumber: true },
    ],
    groups.map(({ keys, n, bins, above }) => [groupWords(keys), formatNumber(n), barsOf(bins), formatNumber(above)]),
  )
  return [table, ...leftOutWords(groupsLeftOut)].join('\n')
}

function shown(value: number): string {
  return formatNumber(Math.round(value))
}

/** Nothing is a dot, so that the lowest bar means something. */
function barsOf(bins: readonly number[]): string {
  const top = Math.max(1, ...bins)
  return bins.map((count) => (count === 0 ? '·' : (EIGHTHS[Math.min(7, Math.floor((count / top) * 8))] ?? ''))).join('')
}
