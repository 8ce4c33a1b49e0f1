import { describe, expect, it } from 'vitest'
import { activeFilters } from '../../src/renderer/browse/active-filters.ts'
import { binEdge, brushLimits, isBinInside } from '../../src/renderer/browse/bin-edges.ts'
import { setHas } from '../../src/renderer/browse/edit-selection.ts'
import { facetWord } from '../../src/renderer/browse/facet-words.ts'
import { moveCursor } from '../../src/renderer/browse/move-cursor.ts'
import { ariaSort, nextSort } from '../../src/renderer/browse/next-sort.ts'
import { pagesOf } from '../../src/renderer/browse/page-window.ts'
import { suggestColumns } from '../../src/renderer/browse/suggest-columns.ts'
import { tokenLimitOf } from '../../src/renderer/browse/token-limit.ts'

describe('the table’s cursor', () => {
  const extent = { rows: 100, columns: 5, screenful: 20 }
  const from = { row: 10, column: 2 }

  it('moves by cell, screen and end, and stays inside', () => {
    expect(moveCursor(from, 'ArrowDown', false, extent)).toEqual({ row: 11, column: 2 })
    expect(moveCursor(from, 'PageDown', false, extent)).toEqual({ row: 30, column: 2 })
    expect(moveCursor({ row: 95, column: 2 }, 'PageDown', false, extent)).toEqual({ row: 99, column: 2 })
    expect(moveCursor(from, 'PageUp', false, extent)).toEqual({ row: 0, column: 2 })
    expect(moveCursor(from, 'End', false, extent)).toEqual({ row: 10, column: 4 })
    expect(moveCursor(from, 'Home', true, extent)).toEqual({ row: 0, column: 0 })
    expect(moveCursor({ row: 0, column: 4 }, 'ArrowRight', false, extent)).toEqual({ row: 0, column: 4 })
  })

  it('reaches the header above the first row, and no further', () => {
    expect(moveCursor({ row: 0, column: 1 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 1 })
    expect(moveCursor({ row: -1, column: 1 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 1 })
  })

  it('leaves other keys alone', () => {
    expect(moveCursor(from, 'a', false, extent)).toBeNull()
  })
})

describe('choosing a header', () => {
  it('starts numbers at the largest and words at A, turns round, then gives the stored order back', () => {
    const tokens = nextSort(null, 'traj_tokens', true)
    expect(tokens).toEqual({ column: 'traj_tokens', descending: true })
    expect(nextSort(tokens, 'traj_tokens', true)).toEqual({ column: 'traj_tokens', descending: false })
    expect(nextSort({ column: 'traj_tokens', descending: false }, 'traj_tokens', true)).toBeNull()
    expect(nextSort(tokens, 'model', false)).toEqual({ column: 'model', descending: false })
  })

  it('is told to assistive technology', () => {
    expect(ariaSort({ column: 'a', descending: true }, 'a')).toBe('descending')
    expect(ariaSort({ column: 'a', descending: true }, 'b')).toBe('none')
    expect(ariaSort(null, null)).toBeUndefined()
  })
})

describe('the pages behind a window of rows', () => {
  it('are those the rows lie on, within the total', () => {
    expect(pagesOf(0, 40, 154)).toEqual([0])
    expect(pagesOf(95, 130, 154)).toEqual([0, 1])
    expect(pagesOf(500, 540, 154)).toEqual([1])
    expect(pagesOf(0, 0, 0)).toEqual([0])
  })
})

describe('a histogram’s brush', () => {
  const even = { min: 0, max: 100, bins: Array.from({ length: 10 }, () => 1), isLog: false }
  const log = { min: 0, max: 99_999, bins: Array.from({ length: 5 }, () => 1), isLog: true }

  it('means the values between its outer edges, open at the ends', () => {
    expect(brushLimits(even, 2, 4)).toEqual({ min: 20, max: 50 })
    expect(brushLimits(even, 4, 2)).toEqual({ min: 20, max: 50 })
    expect(brushLimits(even, 0, 4)).toEqual({ min: null, max: 50 })
    expect(brushLimits(even, 0, 9)).toEqual({ min: null, max: null })
  })

  it('follows the logarithm where the bins do', () => {
    expect(binEdge(log, 0)).toBeCloseTo(0)
    expect(binEdge(log, 2)).toBeCloseTo(99)
    expect(binEdge(log, 5)).toBeCloseTo(99_999)
  })

  it('knows the bins it touches', () => {
    const inside = even.bins.map((_, bin) => isBinInside(even, bin, { min: 25, max: 45 }))
    expect(inside).toEqual([false, false, true, true, true, false, false, false, false, false])
  })
})

describe('the token limit in force', () => {
  const step = (max: number, part: object = {}) => ({
    rule: 'token-limit',
    enabled: true,
    parameters: { max, measure: 'traj_tokens' },
    ...part,
  })

  it('is the smallest of the steps that are on', () => {
    expect(tokenLimitOf([step(64000), step(32000), step(100, { enabled: false })])).toBe(32000)
    expect(tokenLimitOf([{ rule: 'patch-present', enabled: true, parameters: {} }])).toBeNull()
  })
})

describe('examples that use a tool', () => {
  const label = (tally: string) => (tally === 'test_tools' ? 'Test runs' : tally)

  it('are a chip that says so and takes itself away', () => {
    const selection = setHas(setHas({ text: 'gin' }, 'tools', ['bash', '__proto__']), 'test_tools', ['pytest'])
    const [, tools, tests] = activeFilters(selection, label)
    expect([tools?.text, tests?.text]).toEqual(['uses bash or __proto__', 'test runs: pytest'])
    expect(tools?.without).toEqual({ text: 'gin', has: { test_tools: ['pytest'] } })
    expect(setHas(tools?.without ?? {}, 'test_tools', [])).toEqual({ text: 'gin' })
  })

  it('are told in a few words when a tool has a name without end', () => {
    expect(activeFilters({ has: { tools: ['x'.repeat(1e6)] } }, label)[0]?.text.length).toBeLessThan(60)
  })
})

describe('thinking', () => {
  it('has a glyph and a word for each value', () => {
    expect(['thinking', 'plain', ''].map((value) => facetWord('thinking', value))).toEqual(['◆ thinking', '◇ plain', 'not measured'])
  })
})

describe('names of columns while an expression is typed', () => {
  const columns = ['traj_tokens', 'full_tokens', 'tools', 'language']

  it('are those that begin like the word before the caret, then those with a word that does', () => {
    expect(suggestColumns('to', 2, columns)).toEqual({ from: 0, to: 2, found: ['tools', 'traj_tokens', 'full_tokens'] })
    expect(suggestColumns('language == "go" and TR < 3', 23, columns)).toMatchObject({ from: 21, found: ['traj_tokens'] })
  })

  it('are none inside quotes, after an operator, or when the name is whole', () => {
    expect(suggestColumns('language == "to', 15, columns).found).toEqual([])
    expect(suggestColumns('tools', 5, columns).found).toEqual([])
    expect(suggestColumns('tools and', 9, columns).found).toEqual([])
    expect(suggestColumns('', 0, columns).found).toEqual([])
  })
})
