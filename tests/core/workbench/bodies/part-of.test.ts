import { describe, expect, it } from 'vitest'
import type { RowGroupPlace } from '#source'
import { partOf } from '../../../../src/core/workbench/bodies/part-of.ts'

const groups = (hasPages: boolean): RowGroupPlace[] => [
  { group: 0, start: 0, end: 10, hasPages, bytes: 1_000 },
  { group: 1, start: 10, end: 30, hasPages, bytes: 2_000 },
]

describe('the part of a file one row is in', () => {
  it('is the row itself where single rows can be fetched', () => {
    expect(partOf(groups(true), 12)).toEqual({ key: 'row 12', whole: null })
  })

  it('is its whole row group where they cannot, the same for every row of it', () => {
    expect(partOf(groups(false), 10)).toEqual({ key: 'group 1', whole: { start: 10, end: 30 } })
    expect(partOf(groups(false), 29)).toEqual(partOf(groups(false), 10))
    expect(partOf(groups(false), 9).key).toBe('group 0')
  })

  it('is the file where there are no row groups', () => {
    expect(partOf(null, 5)).toEqual({ key: 'file', whole: null })
  })
})
