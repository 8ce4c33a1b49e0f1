import { describe, expect, it } from 'vitest'
import { stepOf } from '../../../src/renderer/plots/brush-handle.tsx'
import { HEAT, heatOf } from '../../../src/renderer/plots/heat.ts'
import { looksOf } from '../../../src/renderer/plots/index.ts'
import { layLegend } from '../../../src/renderer/plots/legend.tsx'
import { binWords, endWords } from '../../../src/renderer/plots/range-words.ts'
import { fitsUpright, lyingRow } from '../../../src/renderer/plots/rate-layout.ts'
import { rateWords } from '../../../src/renderer/plots/rate-words.ts'
import { fileStem } from '../../../src/renderer/plots/take-away.ts'
import { shareOf, TOKENS } from './plot-builders.ts'

describe('keys on a handle', () => {
  it('move it by one, five, or all the way', () => {
    const step = (key: string, shiftKey = false) => stepOf({ key, shiftKey }, 40)
    expect([step('ArrowRight'), step('ArrowLeft', true), step('PageUp'), step('Home'), step('End'), step('a')]).toEqual([
      1,
      -5,
      5,
      -40,
      40,
      null,
    ])
  })
})

describe('bins in words', () => {
  it('are whole for whole numbers', () => {
    expect(binWords([0, 10, 20], { from: 0, to: 0 }, TOKENS)).toBe('0 to 9 tokens')
    expect(binWords([0, 10, 20], { from: 1, to: 1 }, TOKENS)).toBe('10 to 20 tokens')
    expect(binWords([3.8, 4.2, 9], { from: 0, to: 0 }, TOKENS)).toBe('4 tokens')
  })

  it('are between edges for others', () => {
    expect(binWords([0, 0.25, 1], { from: 0, to: 0 }, { label: 'Overlap', unit: '', isInteger: false })).toBe('0 to 0.25')
  })

  it('say which end is open', () => {
    expect(endWords('from', { min: null, max: 9 }, TOKENS)).toBe('open')
    expect(endWords('to', { min: null, max: 1200 }, TOKENS)).toBe('to 1,200 tokens')
    expect(endWords('to', null, TOKENS)).toBe('open')
  })
})

describe('a legend', () => {
  it('breaks into lines where the width ends', () => {
    const looks = looksOf('harness', ['openhands', 'sweagent', 'mini', 'aider', 'codex', 'cline'])
    const wide = layLegend(looks, 900)
    const narrow = layLegend(looks, 280)
    expect(new Set(wide.entries.map(({ line }) => line)).size).toBe(1)
    expect(narrow.height).toBeGreaterThan(wide.height)
    expect(narrow.entries.every(({ x }) => x < 280)).toBe(true)
  })

  it('takes no room when nothing is compared', () => {
    expect(layLegend([], 300).height).toBe(0)
  })
})

describe('rates', () => {
  const items = (count: number, label = 'go') => Array.from({ length: count }, (_, at) => ({ key: `${at}`, label, share: shareOf(1, 2) }))

  it('stand while their keys fit below them, else lie', () => {
    expect([fitsUpright(items(6), 420), fitsUpright(items(16), 420), fitsUpright(items(6, 'typescript-and-more'), 420)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('fill the plot when they lie, and scroll when they are many', () => {
    expect([lyingRow(8, 212), lyingRow(40, 212), lyingRow(1, 212)]).toEqual([26, 22, 32])
  })

  it('are said with their interval', () => {
    expect(rateWords(shareOf(30, 60), 'resolved')).toBe('50.0 % resolved of 60, 95 % interval 40.0 % to 60.0 %')
    expect(rateWords(shareOf(0, 0), 'resolved')).toBe('none labelled')
  })
})

describe('a cell of a heat table', () => {
  it('is shaded up to the highest rate', () => {
    expect([heatOf(0, 0.5), heatOf(0.5, 0.5), heatOf(0, 0)]).toEqual([HEAT.least, HEAT.most, HEAT.least])
  })
})

describe('fileStem', () => {
  it('is a name no file system minds', () => {
    expect(['tokens-by-outcome', '../../etc/passwd', 'rate: a × b', '', '...', 'язык'].map(fileStem)).toEqual(['tokens-by-outcome', 'etc-passwd', 'rate-a-b', 'plot', 'plot', 'язык']) // biome-ignore format: two lists
    expect(fileStem('x'.repeat(500))).toHaveLength(80)
  })
})
