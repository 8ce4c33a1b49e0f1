import type { Rates } from '#record'
import { groupWords } from '../group-words.ts'
import { counted, formatNumber } from '../number.ts'
import { intervalWords, percent } from '../share.ts'
import { formatTable } from '../table.ts'

/** Resolution rates, one line a group, then what was too small to tell, then all together. */
export function formatRates({ groups, hidden, all, least }: Rates, by: string): string {
  const table = formatTable(
    [{ heading: by }, { heading: 'labelled', isNumber: true }, { heading: 'resolved', isNumber: true }, { heading: '95 % interval' }],
    [
      ...groups.map(({ keys, resolved }) => [groupWords(keys), formatNumber(resolved.n), percent(resolved.rate), intervalWords(resolved)]),
      ['all', formatNumber(all.n), percent(all.rate), intervalWords(all)],
    ],
  )
  if (hidden.groups === 0) return table
  return `${table}\n${counted(hidden.groups, 'group')} with fewer than ${least} labelled not shown (${formatNumber(hidden.labelled)} labelled)`
}
