import { describe, expect, it } from 'vitest'
import { blindReviewer, isRowHidden, withoutTellingOrder } from '../../src/renderer/browse/blind.ts'
import { facetWord } from '../../src/renderer/browse/facet-words.ts'
import { editWords } from '../../src/renderer/browse/people-columns.tsx'

describe('blind review in the table', () => {
  it('hides a row until one’s own answer stands', () => {
    const ann = blindReviewer({ isBlind: true, reviewer: 'Ann' })
    expect(isRowHidden({ decidedBy: [] }, ann)).toBe(true)
    expect(isRowHidden({ decidedBy: ['Ben'] }, ann)).toBe(true)
    expect(isRowHidden({ decidedBy: ['Ben', 'Ann'] }, ann)).toBe(false)
    expect(isRowHidden({ decidedBy: [] }, blindReviewer({ isBlind: false, reviewer: 'Ann' }))).toBe(false)
  })

  it('lets no order tell what the cells hide', () => {
    const columns = withoutTellingOrder([
      { id: 'verdict', sort: 'verdict' },
      { id: 'traj_tokens', sort: 'traj_tokens' },
    ])
    expect(columns.map(({ sort }) => sort)).toEqual([null, 'traj_tokens'])
  })
})

describe('what people said, in words', () => {
  it('tells the edits of a row', () => {
    expect(editWords({ maskedMessages: 3, isCut: true, redactions: 2 })).toBe('3 masked · cut · 2 redactions')
    expect(editWords({ maskedMessages: 0, isCut: false, redactions: 0 })).toBe('')
  })

  it('tells disputes and stale decisions by glyph and word', () => {
    expect(facetWord('disputed', 'disputed')).toBe('◐ disputed')
    expect(facetWord('stale', 'stale')).toBe('↻ stale')
    expect(facetWord('tag', '')).toBe('no tag')
  })
})
