import type { NamedTally } from '../../read-stats.ts'
import { groupWords } from '../group-words.ts'
import { counted, formatNumber } from '../number.ts'
import { percent } from '../share.ts'
import { formatTable } from '../table.ts'

/** One line a key: in how many examples, its amounts, and where calls and failures are counted the share that failed. */
export function formatTally({ tally, amounts, total, keyCount, rows, groups }: NamedTally): string {
  const failed = amounts.indexOf('failed')
  const rate = (sums: readonly number[]): string[] => (failed < 1 ? [] : [percent(sums[0] ? (sums[failed] ?? 0) / sums[0] : null)])
  const byGroup = groups.filter(({ keys }) => keys.length > 0).slice(0, SIDE_BY_SIDE)
  const table = formatTable(
    [
      { heading: tally, longest: 32 },
      { heading: 'examples', isNumber: true },
      ...amounts.map((id) => ({ heading: id, isNumber: true })),
      ...(failed < 1 ? [] : [{ heading: 'failing', isNumber: true }]),
      ...byGroup.map(({ keys }) => ({ heading: groupWords(keys), isNumber: true })),
    ],
    [
      ...rows.map((row) => [
        row.key || 'none',
        formatNumber(row.examples),
        ...row.amounts.map(formatNumber),
        ...rate(row.amounts),
        ...row.groups.slice(0, byGroup.length).map((group) => formatNumber(group.amounts[0] ?? 0)),
      ]),
      ['all', '', ...total.map(formatNumber), ...rate(total), ...byGroup.map(() => '')],
    ],
  )
  return keyCount > rows.length ? `${table}\n${counted(keyCount - rows.length, 'rarer key')} not shown` : table
}

/** Groups beside each other, by their first amount; a hundred characters hold no more. */
const SIDE_BY_SIDE = 4
