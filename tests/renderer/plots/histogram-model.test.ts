import { describe, expect, it } from 'vitest'
import { gridEdges } from '../../../src/renderer/plots/edges.ts'
import { histogramModel } from '../../../src/renderer/plots/histogram-model.ts'
import { histogramOf, TOKENS } from './plot-builders.ts'

const layout = (over: Partial<Parameters<typeof histogramModel>[0]>) =>
  histogramModel({
    data: histogramOf({ all: [1, 2, 3, 4] }),
    axis: TOKENS,
    by: null,
    scale: 'count',
    width: 420,
    height: 212,
    hasMarks: false,
    ...over,
  })

describe('histogramModel', () => {
  it('draws counts, or shares of each group', () => {
    const data = histogramOf({ failed: [10, 30], resolved: [1, 3] })
    const counts = layout({ data, by: 'label' }).groups.map(({ heights }) => heights)
    const shares = layout({ data, by: 'label', scale: 'share' }).groups.map(({ heights }) => heights)
    expect(counts).toEqual([
      [10, 30],
      [1, 3],
    ])
    expect(shares).toEqual([
      [0.25, 0.75],
      [0.25, 0.75],
    ])
  })

  it('draws six groups and says how many more there are', () => {
    const groups = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`g${at}`, [9 - at, 1]]))
    const model = layout({ data: { ...histogramOf(groups), groupsLeftOut: 2 }, by: 'language' })
    expect(model.groups.map(({ look }) => look.key)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5'])
    expect(model.leftOut).toBe(5)
  })

  it('counts what lies beyond the clipped end', () => {
    const data = histogramOf({ failed: [1, 1], resolved: [1, 1] })
    for (const group of data.groups) group.above = 7
    expect(layout({ data, by: 'label' }).above).toBe(14)
  })

  it('merges bins that would be too narrow, and loses nothing by it', () => {
    const bins = Array.from({ length: 200 }, () => 5)
    const data = { ...histogramOf({ all: bins }), edges: gridEdges({ min: 0, max: 100_000, isLog: false }, 200) }
    const model = layout({ data, width: 320 })
    expect(model.groups[0]?.counts.length).toBeLessThan(100)
    expect(model.groups[0]?.counts.reduce((sum, one) => sum + one, 0)).toBe(1000)
  })

  it('shares nothing out in a group of nobody', () => {
    expect(layout({ data: histogramOf({ a: [0, 0], b: [1, 1] }), by: 'model', scale: 'share' }).groups[0]?.heights).toEqual([0, 0])
  })
})
