import { describe, expect, it } from 'vitest'
import { type BulkPreview, countOf, doneWords, figuresOf, obstacleOf, verbWords } from '../../../src/renderer/bulk/bulk-words.ts'

const preview = (part: Partial<BulkPreview> = {}): BulkPreview => ({
  total: 312,
  changing: 300,
  overriding: 20,
  overruling: 2,
  notHere: 12,
  isTooMany: false,
  ...part,
})

describe('a bulk decision', () => {
  it('names what it does and of how many, those left out not counted', () => {
    expect(verbWords('reject', countOf('reject', preview()))).toBe('Reject 300')
    expect(verbWords('tag', countOf('tag', preview()))).toBe('Tag 312')
    expect(doneWords('reject', { entries: 300, leftOut: 12 })).toBe('Rejected 300 examples, 12 left out')
    expect(doneWords('accept', { entries: 1, leftOut: 0 })).toBe('Accepted 1 example')
  })

  it('says why it cannot be made', () => {
    expect(obstacleOf('reject', preview())).toBeNull()
    expect(obstacleOf('reject', preview({ total: 0 }))).toContain('No example')
    expect(obstacleOf('reject', preview({ isTooMany: true }))).toContain('narrow')
    expect(obstacleOf('reject', preview({ total: 12, notHere: 12 }))).toContain('measure them first')
    expect(obstacleOf('tag', preview({ total: 1_000 }))).toBeNull()
    expect(obstacleOf('tag', preview({ total: 1_001 }))).toContain('1,000')
  })

  it('tells nothing of the recipe and of others to whoever reviews blind', () => {
    expect(figuresOf('reject', preview(), false).map(({ key }) => key)).toEqual([
      'total',
      'changing',
      'overriding',
      'overruling',
      'notHere',
    ])
    expect(figuresOf('reject', preview(), true).map(({ key }) => key)).toEqual(['total', 'notHere'])
  })
})
