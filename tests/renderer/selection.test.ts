import { describe, expect, it } from 'vitest'
import { activeFilters } from '../../src/renderer/browse/active-filters.ts'
import { isWhole, setRange, setWords, toggleFacet } from '../../src/renderer/browse/edit-selection.ts'

const label = (measure: string) => (measure === 'traj_tokens' ? 'Tokens' : measure)

describe('editing a selection', () => {
  it('adds and takes away values of a facet, and forgets an empty one', () => {
    const one = toggleFacet({}, 'harness', 'openhands')
    const two = toggleFacet(one, 'harness', 'sweagent')
    expect(two).toEqual({ facets: { harness: ['openhands', 'sweagent'] } })
    expect(toggleFacet(two, 'harness', 'openhands')).toEqual({ facets: { harness: ['sweagent'] } })
    expect(isWhole(toggleFacet(one, 'harness', 'openhands'))).toBe(true)
  })

  it('sets limits and forgets those open on both sides', () => {
    const limited = setRange({ text: 'jinja' }, 'traj_tokens', { min: null, max: 32000 })
    expect(limited).toEqual({ text: 'jinja', ranges: { traj_tokens: { min: null, max: 32000 } } })
    expect(setRange(limited, 'traj_tokens', { min: null, max: null })).toEqual({ text: 'jinja' })
  })

  it('forgets words that are blank', () => {
    expect(setWords({ text: 'a', where: 'b' }, 'text', '  ')).toEqual({ where: 'b' })
  })

  it('leaves what it was given as it was', () => {
    const before = { facets: { harness: ['openhands'] } }
    toggleFacet(before, 'harness', 'sweagent')
    expect(before).toEqual({ facets: { harness: ['openhands'] } })
  })
})

describe('the filters in force', () => {
  const selection = {
    text: 'gin',
    facets: { label: ['resolved', 'none'] },
    ranges: { traj_tokens: { min: null, max: 32000 }, diff_files: { min: 2, max: 9 } },
    where: 'is_stale',
  }

  it('say in words what each does', () => {
    expect(activeFilters(selection, label).map((filter) => filter.text)).toEqual([
      'text: gin',
      'label: ✓ resolved, ? no label',
      'Tokens ≤ 32,000',
      'diff_files 2 – 9',
      'is_stale',
    ])
  })

  it('say limits between whole numbers as they are', () => {
    const [share] = activeFilters({ ranges: { ref_file_recall: { min: 0.25, max: 0.49999999999999994 } } }, label)
    expect(share?.text).toBe('ref_file_recall 0.25 – 0.5')
  })

  it('each know the selection without themselves', () => {
    const [text, facet, tokens] = activeFilters(selection, label)
    expect(text?.without).not.toHaveProperty('text')
    expect(facet?.without).not.toHaveProperty('facets')
    expect(tokens?.without.ranges).toEqual({ diff_files: { min: 2, max: 9 } })
  })
})
