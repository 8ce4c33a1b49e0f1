import { describe, expect, it } from 'vitest'
import {
  barsTable,
  densityTable,
  heatCellsTable,
  histogramTable,
  looksOf,
  percentilesTable,
  ratesTable,
  sharesTable,
} from '../../../src/renderer/plots/index.ts'
import { densityOf, histogramOf, shareOf, TOKENS } from './plot-builders.ts'

const titles = (table: { columns: { title: string }[] }) => table.columns.map(({ title }) => title)

describe('the table of a histogram', () => {
  const looks = looksOf('label', ['failed', 'resolved'])

  it('has a line a bin and a column a group', () => {
    const table = histogramTable(histogramOf({ failed: [1, 2], resolved: [3, 4] }), TOKENS, looks)
    expect(titles(table)).toEqual(['Tokens from', 'to', 'failed', 'resolved'])
    expect(table.rows).toEqual([
      [0, 500, 1, 3],
      [500, 1000, 2, 4],
    ])
  })

  it('tells what lies beyond the clipped end', () => {
    const data = histogramOf({ failed: [1], resolved: [3] })
    for (const group of data.groups) group.above = 9
    expect(histogramTable(data, TOKENS, looks).rows.at(-1)).toEqual([1000, null, 9, 9])
  })
})

describe('the table of a density', () => {
  it('has a line a cell, fullest first, with the limits of both axes', () => {
    const table = densityTable(densityOf({ failed: [[0, 2]], resolved: [[5, 9]] }), TOKENS, { ...TOKENS, label: 'Messages', unit: '' }, looksOf('label', ['failed', 'resolved'])) // biome-ignore format: one call
    expect(table.rows).toEqual([
      ['resolved', 250, 500, 250, 500, 9],
      ['failed', 0, 250, 0, 250, 2],
    ])
  })
})

describe('tables of bars', () => {
  it('say rate, interval and n', () => {
    const table = ratesTable([{ key: 'go', label: 'go', share: shareOf(30, 60) }], 'Language')
    expect(titles(table)).toEqual(['Language', 'n', 'resolved', 'resolved rate', '95 % from', '95 % to'])
    expect(table.rows).toEqual([['go', 60, 30, 0.5, 0.4, 0.6]])
  })

  it('say value and part', () => {
    expect(barsTable([{ key: 'bash', label: 'bash', value: 12, part: 1 }], 'Tool', 'calls', 'failed').rows).toEqual([['bash', 12, 1]])
    expect(barsTable([{ key: 'bash', label: 'bash', value: 12 }], 'Tool', 'calls').rows).toEqual([['bash', 12]])
  })

  it('say shares by group', () => {
    const table = sharesTable([{ key: '8192', label: '8k', shares: [0.5, null] }], looksOf('label', ['failed', 'none']), 'Window')
    expect(titles(table)).toEqual(['Window', 'failed', 'no label'])
    expect(table.rows).toEqual([['8k', 0.5, null]])
  })

  it('say both keys of a cell', () => {
    expect(heatCellsTable([{ row: 'mini', column: 'x', share: shareOf(1, 2) }], 'Harness', 'Model').rows[0]?.slice(0, 5)).toEqual([
      'mini',
      'x',
      2,
      1,
      0.5,
    ])
  })

  it('say percentiles, nothing where there is no value', () => {
    const [look] = looksOf('harness', ['mini'])
    if (!look) throw new Error('no look')
    expect(percentilesTable([{ look, n: 0, min: null, max: null, values: null }], [50, 99], 'Harness')).toEqual({
      columns: ['Harness', 'n', 'min', 'p50', 'p99', 'max'].map((title, at) => (at === 0 ? { title } : { title, isNumber: true })),
      rows: [['mini', 0, null, null, null, null]],
    })
  })
})
