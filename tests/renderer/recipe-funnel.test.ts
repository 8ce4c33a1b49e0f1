import { describe, expect, it } from 'vitest'
import { activeFilters } from '../../src/renderer/browse/active-filters.ts'
import type { DraftStep } from '../../src/renderer/recipe/edit-recipe-text.ts'
import { aloneBars, funnelTable, orderBars, overlapTable } from '../../src/renderer/recipe/funnel/funnel-rows.ts'
import { type Insight, overriddenWords, precisionWords, struckMost } from '../../src/renderer/recipe/insight/insight-words.ts'
import { stepLines } from '../../src/renderer/recipe/step-lines.ts'

const counted = (rule: string, numbers: Partial<Record<'dropped' | 'only' | 'failing' | 'faults' | 'remaining', number>>) => ({
  ...{ key: rule, rule, title: rule, summary: `${rule} asks`, severity: 'medium' as const },
  ...{ dropped: 0, only: 0, failing: 0, faults: 0, remaining: 0 },
  ...numbers,
})

const FUNNEL = {
  ...{ total: 100, kept: 35, dropped: 65 },
  steps: [
    counted('label', { dropped: 60, only: 50, failing: 60, remaining: 40 }),
    counted('loops', { dropped: 5, only: 2, failing: 15, faults: 3, remaining: 35 }),
  ],
  overlap: [
    [60, 10],
    [10, 15],
  ],
}

describe('the funnel as bars', () => {
  it('in order has what is left and what is removed of all', () => {
    const looked: unknown[] = []
    const bars = orderBars({ funnel: FUNNEL, selected: 1, onLook: (...look) => looked.push(look) })
    expect(bars.map((bar) => bar.parts.map((part) => part.share))).toEqual([
      [0.4, 0.6],
      [0.35, 0.05],
    ])
    expect(bars[1]?.words).toBe('loops: 35 left, 5 dropped here, 3 faults among those that fail it')
    bars[1]?.onPick?.()
    expect(looked).toEqual([[['loops'], 'first']])
  })

  it('alone has what only a step removes, and all that fail it', () => {
    const [, loops] = aloneBars({ funnel: FUNNEL, selected: -1, onLook: () => undefined })
    expect(loops?.values.map((value) => value.text)).toEqual(['2', 'of 15', '⚠ 3'])
    expect(loops?.parts.map((part) => part.share * 60)).toEqual([2, 10, 3])
  })

  it('leads nowhere while its numbers are a draft’s, nor where there is nothing', () => {
    const bars = [
      ...orderBars({ funnel: FUNNEL, selected: 0, onLook: undefined }),
      ...aloneBars({ funnel: FUNNEL, selected: 0, onLook: undefined }),
    ]
    expect(bars.every((bar) => bar.onPick === undefined)).toBe(true)
    const empty = { ...FUNNEL, steps: [counted('label', {})], overlap: [[0]] }
    expect(orderBars({ funnel: empty, selected: 0, onLook: () => undefined })[0]?.onPick).toBeUndefined()
  })

  it('has a table twin of every number', () => {
    expect(funnelTable(FUNNEL).rows[1]).toEqual(['loops', 'loops asks', 35, 5, 2, 15, 3])
    expect(overlapTable(FUNNEL).rows[2]).toEqual(['loops', 'label', 10, 10 / 15])
  })
})

describe('the steps of a draft', () => {
  const step = (rule: string, enabled = true): DraftStep => ({ rule, enabled, parameters: {} })
  const recipe = {
    ...{ name: 'r', description: '', hash: 'h', text: '' },
    steps: ['label', 'loops', 'label~2'].map((key) => ({
      key,
      rule: key,
      title: key,
      summary: `was ${key}`,
      enabled: true,
      parameters: {},
    })),
  }
  const inForce = [step('label'), step('loops'), step('label')]

  it('are counted by their place among those that are on', () => {
    const lines = stepLines({
      steps: [step('label', false), step('loops'), step('new')],
      inForce,
      recipe,
      rules: [],
      funnel: { ...FUNNEL, steps: FUNNEL.steps.slice(1) },
      faults: [],
    })
    expect(lines.map((line) => line.counted?.dropped ?? null)).toEqual([null, 5, null])
    expect(lines.map((line) => line.key)).toEqual(['label', 'loops', null])
    expect(lines.map((line) => line.isChanged)).toEqual([true, false, true])
    expect(lines.map((line) => line.summary)).toEqual(['was label', 'loops asks', ''])
  })
})

describe('what is known of a step', () => {
  const insight = { overridden: 31, decided: 120, precision: { n: 120, hits: 89, rate: 0.7416, low: 0.656, high: 0.812 } } as Insight

  it('is told in a few words', () => {
    expect(overriddenWords(insight)).toBe('31 of 120')
    expect(precisionWords(insight)).toEqual({ rate: '0.74', interval: '0.66 to 0.81' })
    expect(precisionWords({ ...insight, precision: { n: 0, hits: 0, rate: null, low: null, high: null } })).toBeNull()
  })

  it('names the languages it removes the largest share of, small ones only where there are no others', () => {
    const of = (key: string, failing: number, all: number) => ({ key, failing, of: all })
    expect(struckMost([of('python', 50, 100), of('java', 30, 40), of('c', 12, 15), of('zig', 2, 2)])).toBe('c, java')
    expect(struckMost([of('', 2, 2), of('go', 0, 90)])).toBe('none')
    expect(struckMost([])).toBe('')
  })
})

describe('chips of what the Recipe screen leads to', () => {
  const chips = (selection: Parameters<typeof activeFilters>[0]) => activeFilters(selection, (id) => id)

  it('say which steps, and how they failed', () => {
    const words = (how: 'any' | 'all' | 'first' | 'alone', ...steps: string[]) => chips({ failing: { steps, how } })[0]?.text
    expect([words('first', 'token-limit'), words('alone', 'loops~2'), words('all', 'a', 'b'), words('any', 'a', 'b~3')]).toEqual([
      'dropped at token limit',
      'only loops, 2nd drops it',
      'fails a and b',
      'fails a or b, 3rd',
    ])
  })

  it('each know the selection without themselves', () => {
    const [failing, moved] = chips({ text: undefined, failing: { steps: ['a'], how: 'any' }, moved: 'kept' })
    expect(failing?.without).toEqual({ moved: 'kept' })
    expect(moved).toEqual({ key: 'moved', text: 'would be kept by the draft', without: { failing: { steps: ['a'], how: 'any' } } })
  })
})
