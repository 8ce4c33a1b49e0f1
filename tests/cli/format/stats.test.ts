import { describe, expect, it } from 'vitest'
import type { Share } from '#record'
import { formatDensity } from '../../../src/cli/format/stats/density.ts'
import { formatHistogram } from '../../../src/cli/format/stats/histogram.ts'
import { formatRates } from '../../../src/cli/format/stats/rates.ts'
import { formatMeans, formatPercentiles, formatSummary } from '../../../src/cli/format/stats/summary.ts'
import { formatTally } from '../../../src/cli/format/stats/tally.ts'
import { formatWindows } from '../../../src/cli/format/stats/windows.ts'
import type { NamedSummary } from '../../../src/cli/read-stats.ts'

const share = (over: Partial<Share> = {}): Share => ({ n: 40, hits: 10, rate: 0.25, low: 0.142, high: 0.4019, ...over })

const summary = (over: Partial<NamedSummary> = {}): NamedSummary => ({
  by: ['harness', 'thinking'],
  measures: ['steps'],
  percentiles: [25, 50, 75, 90, 95, 99],
  groups: [
    {
      keys: ['openhands', ''],
      examples: 1200,
      measured: 1100,
      cells: [{ count: 1100, mean: 12345.6, std: 1.5, min: 0, max: 90_000, percentiles: [1, 2, 3, 4, 5, 6] }],
    },
  ],
  groupsLeftOut: 0,
  ...over,
})

/** Cells of a table, line by line. */
const cellsOf = (table: string) => table.split('\n').map((line) => line.trim().split(/ {2,}/))

describe('numbers in the terminal', () => {
  it('tell a rate with its interval, all together, and what was too few to tell', () => {
    const rates = {
      least: 25,
      groups: [{ keys: ['go'], examples: 50, resolved: share() }],
      hidden: { groups: 2, labelled: 9 },
      all: share({ n: 49 }),
    }
    const lines = formatRates(rates, 'language').split('\n')
    expect(cellsOf(lines.slice(1, 3).join('\n'))).toEqual([
      ['go', '40', '25.0 %', '14.2 – 40.2 %'],
      ['all', '49', '25.0 %', '14.2 – 40.2 %'],
    ])
    expect(lines.at(-1)).toBe('2 groups with fewer than 25 labelled not shown (9 labelled)')
  })

  it('leave a share of nothing empty', () => {
    const nothing = share({ n: 0, hits: 0, rate: null, low: null, high: null })
    const rates = { least: 25, groups: [], hidden: { groups: 0, labelled: 0 }, all: nothing }
    expect(cellsOf(formatRates(rates, 'language'))[1]).toEqual(['all', '0'])
  })

  it('have quartiles in one table and the tail in another, large numbers without decimals', () => {
    expect(cellsOf(formatSummary(summary())).slice(1)).toEqual([
      ['measure', 'count', 'mean', 'std', 'min', 'p25', 'p50', 'p75', 'max'],
      ['steps', '1,100', '12,346', '1.5', '0', '1', '2', '3', '90,000'],
    ])
    expect(cellsOf(formatPercentiles(summary()))[1]).toEqual(['measure', 'p50', 'p75', 'p90', 'p95', 'p99', 'max'])
  })

  it('name a group without a value, and say how many are left out', () => {
    const lines = formatMeans(summary({ groupsLeftOut: 3 })).split('\n')
    expect(lines[1]).toMatch(/^openhands, none /)
    expect(lines.at(-1)).toBe('3 smaller groups not shown')
  })

  it('draw a bin as high as it is full, and an empty one as a dot', () => {
    const axis = { measure: 'steps', min: -0.5, max: 3.5, isLog: false }
    const drawn = formatHistogram({
      axis,
      edges: [-0.5, 0.5, 1.5, 2.5, 3.5],
      groups: [{ keys: [], n: 15, bins: [10, 0, 1, 4], above: 2 }],
      groupsLeftOut: 0,
    })
    expect(cellsOf(drawn)[1]).toEqual(['all', '15', '█·▁▄', '2'])
  })

  it('draw messages against tokens with the origin at the bottom left', () => {
    const axis = (measure: string) => ({ measure, min: 0, max: 64, isLog: false })
    const density = { x: axis('a'), y: axis('b'), columns: 64, rows: 12, n: 3, groupsLeftOut: 0, points: null }
    const lines = formatDensity({
      ...density,
      groups: [
        {
          keys: ['failed'],
          n: 3,
          cells: [
            [0, 2],
            [64 * 11 + 63, 1],
          ],
        },
      ],
    }).split('\n')
    expect(lines[1]).toBe(`  ${' '.repeat(63)}▓`)
    expect(lines[12]).toBe('  █'.padEnd(66))
    expect(lines.at(-1)).toBe('failed 3')
    expect(formatDensity({ ...density, n: 0, groups: [] })).toBe('nothing measured')
  })

  it('name a context window as people do, and put those that are many below each other', () => {
    const sizes = [1024, 2048, 3072, 4096, 5120, 6144, 7168, 8192, 10_000]
    const table = formatWindows([
      { measure: 'full_tokens', windows: sizes, groups: [{ keys: [], n: 4, fits: [0, 0, 0, 0, 0, 0, 0, 1, 3] }], groupsLeftOut: 0 },
    ])
    expect(cellsOf(table).at(0)).toEqual(['fits into', 'n', '1k', '2k', '3k', '4k', '5k', '6k', '7k', '8k'])
    expect(cellsOf(table).slice(-2)).toEqual([
      ['fits into', 'n', '10,000'],
      ['full_tokens', '4', '75.0 %'],
    ])
  })

  it('show a tool’s name whatever it holds, with its share of failures', () => {
    const tally = { tally: 'tools', amounts: ['calls', 'failed'], total: [5, 1], keyCount: 3, groups: [{ keys: [], measured: 2 }] }
    const rows = [
      { key: 'bash\u001b[2J', examples: 2, amounts: [4, 1], groups: [] },
      { key: 'x'.repeat(1e6), examples: 1, amounts: [1, 0], groups: [] },
    ]
    const table = formatTally({ ...tally, rows })
    expect(table).toContain('bash\\u001b[2J')
    expect(cellsOf(table)[1]?.slice(1)).toEqual(['2', '4', '1', '25.0 %'])
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(table.split('\n').at(-1)).toBe('1 rarer key not shown')
  })
})
