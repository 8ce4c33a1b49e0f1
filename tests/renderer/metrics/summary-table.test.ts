import { describe, expect, it } from 'vitest'
import { PERCENTILES } from '#record'
import { formatStat } from '../../../src/renderer/metrics/logic/format-stat.ts'
import { CELL_PERCENTILES, UPPER, valuesAt } from '../../../src/renderer/metrics/logic/percentiles.ts'
import { hiddenWords, intervalWords, shareFigure } from '../../../src/renderer/metrics/logic/share-words.ts'
import { meansTable, summaryTable } from '../../../src/renderer/metrics/logic/summary-table.ts'

const cell = (mean: number) => ({ count: 3, mean, std: 1.5, min: 1, max: 9, percentiles: [1, 2, 3, 4, 5, 6] })
const none = { count: 0, mean: null, std: null, min: null, max: null, percentiles: null }
const words = { labelOf: (id: string) => id.toUpperCase(), orderOf: () => [] }

describe('the numeric summary', () => {
  const answer = {
    groups: [
      { keys: ['resolved'], examples: 4, measured: 3, cells: [cell(10), cell(20)] },
      { keys: ['failed'], examples: 2, measured: 1, cells: [cell(30), none] },
    ],
    groupsLeftOut: 0,
  }

  it('has a line a measure and group, told by what was asked', () => {
    const table = summaryTable({ input: { selection: {}, by: ['label'], measures: ['a', 'b'] }, answer }, words)
    const titles = ['Measure', 'Label', 'n', 'Mean', 'Std', 'Min', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99', 'Max']
    expect(table.columns.map(({ title }) => title)).toEqual(titles)
    expect(table.rows).toEqual([
      ['A', 'resolved', 3, 10, 1.5, 1, 1, 2, 3, 4, 5, 6, 9],
      ['A', 'failed', 3, 30, 1.5, 1, 1, 2, 3, 4, 5, 6, 9],
      ['B', 'resolved', 3, 20, 1.5, 1, 1, 2, 3, 4, 5, 6, 9],
      ['B', 'failed', 0, null, null, null, null, null, null, null, null, null, null],
    ])
  })

  it('has no column for groups when everything is in one', () => {
    const whole = { groups: [{ keys: [], examples: 4, measured: 3, cells: [cell(10)] }], groupsLeftOut: 0 }
    const table = summaryTable({ input: { selection: {}, measures: ['a'] }, answer: whole }, words)
    expect(table.rows).toEqual([['A', 3, 10, 1.5, 1, 1, 2, 3, 4, 5, 6, 9]])
  })

  it('gives means by two dimensions as the paper does', () => {
    const groups = [{ keys: ['openhands', 'thinking'], examples: 4, measured: 3, cells: [cell(10), cell(20)] }]
    const input = { selection: {}, by: ['harness' as const, 'thinking' as const], measures: ['steps', 'tokens_per_turn'] }
    const table = meansTable({ input, answer: { groups, groupsLeftOut: 0 } }, words)
    expect(table.rows).toEqual([['openhands', 'thinking', 3, 10, 20]])
  })

  it('reads percentiles where the host puts them', () => {
    expect(CELL_PERCENTILES).toEqual([...PERCENTILES])
    expect(valuesAt([1, 2, 3, 4, 5, 6], UPPER)).toEqual([2, 3, 4, 5, 6])
    expect(valuesAt(null, UPPER)).toBeNull()
  })
})

describe('a figure', () => {
  it('has as many digits as it can stand', () => {
    expect([19_788.6, 66.14, 52.04, 4.5844, 0.9913, 0.5, 154, null, 'py'].map(formatStat)).toEqual([
      '19,789',
      '66.1',
      '52.0',
      '4.58',
      '0.991',
      '0.500',
      '154',
      '–',
      'py',
    ])
  })

  it('is a dash for a share of nothing', () => {
    const nothing = { rate: null, low: null, high: null }
    expect([shareFigure(nothing), intervalWords(nothing)]).toEqual(['–', ''])
    expect(shareFigure({ rate: 0.441 })).toBe('44.1 %')
    expect(intervalWords({ low: 0.43, high: 0.452 })).toBe('43.0 – 45.2 %')
  })

  it('says what is hidden', () => {
    expect(hiddenWords({ least: 25, hidden: { groups: 2, labelled: 9 } })).toBe('2 with fewer than 25 hidden (9 labelled)')
    expect(hiddenWords({ least: 25, hidden: { groups: 0, labelled: 0 } })).toBe('')
  })
})
