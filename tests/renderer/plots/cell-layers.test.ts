import { describe, expect, it } from 'vitest'
import { cellLayers, mixOf, strengthOf } from '../../../src/renderer/plots/cell-layers.ts'
import { looksOf } from '../../../src/renderer/plots/group-look.ts'

const LOOKS = looksOf('label', ['failed', 'resolved', 'none'])

describe('mixOf', () => {
  it('gives a cell to who is alone in it', () => {
    expect(mixOf([0, 7, 0])).toEqual({ first: 1, second: -1, quarters: 4 })
  })

  it('mixes the two largest in quarters', () => {
    expect(mixOf([30, 10, 1])).toEqual({ first: 0, second: 1, quarters: 3 })
    expect(mixOf([5, 5, 0])).toEqual({ first: 0, second: 1, quarters: 2 })
  })

  it('lets a hundredth not show', () => {
    expect(mixOf([990, 10, 0])).toEqual({ first: 0, second: -1, quarters: 4 })
  })
})

describe('strengthOf', () => {
  it('runs from one example to the fullest cell', () => {
    expect([1, 10, 100, 1000].map((total) => strengthOf(total, 1000))).toEqual([0, 2, 3, 5])
  })

  it('is full where no cell has more than one', () => {
    expect(strengthOf(1, 1)).toBe(5)
  })
})

describe('cellLayers', () => {
  const xs = [0, 10, 20]
  const ys = [20, 10, 0]

  it('draws cells from the bottom left, alike ones in one path', () => {
    const { layers, fullest } = cellLayers(new Map([[0, [4, 0, 0]], [3, [4, 0, 0]], [1, [0, 1, 0]]]), LOOKS, xs, ys) // biome-ignore format: a grid
    expect(fullest).toBe(4)
    expect(layers.map(({ fill, d }) => ({ fill, d }))).toEqual([
      { fill: 'var(--keep)', d: 'M10 20H20V10H10Z' },
      { fill: 'var(--drop)', d: 'M0 20H10V10H0ZM10 10H20V0H10Z' },
    ])
  })

  it('mixes colours where groups meet, so that neither hides the other', () => {
    const { layers } = cellLayers(new Map([[0, [3, 3, 0]]]), LOOKS, xs, ys)
    expect(layers[0]?.fill).toBe('color-mix(in srgb, var(--drop) 50%, var(--keep))')
  })

  it('needs few paths for the largest grid', () => {
    const counts = new Map(Array.from({ length: 96 * 64 }, (_, place) => [place, [(place * 7) % 50, (place * 13) % 40, place % 9]]))
    const line = (count: number) => Array.from({ length: count + 1 }, (_, at) => at * 4)
    const { layers } = cellLayers(counts, LOOKS, line(96), line(64).reverse())
    expect(layers.length).toBeLessThan(100)
  })
})
