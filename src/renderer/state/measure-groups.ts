import type { Measure } from './use-measures.ts'

/** What a measure is about, in the order of choosers and tables. */
export type MeasureGroup = Measure['group']

/** The groups in their order, in words. */
const GROUPS: readonly (readonly [MeasureGroup, string])[] = [
  ['row', 'Row'],
  ['run', 'Run'],
  ['calls', 'Calls and tools'],
  ['tokens', 'Tokens'],
  ['patch', 'Patch'],
  ['reference', 'Reference patch'],
]

/** Things that belong to a group, under their group's title, in the order of the groups; groups without any are left out. */
export function byGroup<Item extends { group: MeasureGroup }>(items: readonly Item[]): { title: string; items: Item[] }[] {
  return GROUPS.map(([group, title]) => ({ title, items: items.filter((item) => item.group === group) })).filter(
    (one) => one.items.length > 0,
  )
}
