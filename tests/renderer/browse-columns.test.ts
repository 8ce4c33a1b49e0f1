import { describe, expect, it } from 'vitest'
import { MEASURE_GROUPS } from '#record'
import { INDEX_COLUMNS } from '#store'
import { INDEX_COLUMNS as SUGGESTED } from '../../src/renderer/browse/suggest-columns.ts'
import { byGroup, type MeasureGroup } from '../../src/renderer/state/measure-groups.ts'

describe('measures by what they are about', () => {
  it('come in the order of the groups, each in its own order, without empty groups', () => {
    const items: { id: string; group: MeasureGroup }[] = [
      { id: 'churn', group: 'patch' },
      { id: 'steps', group: 'run' },
      { id: 'files', group: 'patch' },
    ]
    expect(byGroup(items).map(({ title, items: found }) => [title, found.map(({ id }) => id)])).toEqual([
      ['Run', ['steps']],
      ['Patch', ['churn', 'files']],
    ])
  })

  it('lose none: every group of the measures has its title', () => {
    const items = MEASURE_GROUPS.map((group) => ({ group }))
    expect(byGroup(items).flatMap(({ items: found }) => found.map(({ group }) => group))).toEqual([...MEASURE_GROUPS])
  })
})

it('the columns suggested for an expression are columns it may name', () => {
  const known = INDEX_COLUMNS.map(({ id }) => id)
  expect(SUGGESTED.filter((id) => !known.includes(id))).toEqual([])
})
