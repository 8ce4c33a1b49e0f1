import { describe, expect, it } from 'vitest'
import { onlyPointIn, pointNear } from '../../../src/renderer/plots/point-near.ts'

const POINTS = [point('a', 10, 10), point('b', 14, 10), point('c', 100, 50)]

describe('pointNear', () => {
  it('takes the nearest of several', () => {
    expect(nearTo(13, 10)?.id).toBe('b')
  })

  it('takes none further than 8 px', () => {
    expect(nearTo(100, 58)?.id).toBe('c')
    expect(nearTo(100, 58.1)).toBeNull()
  })

  it('knows none where only cells are told', () => {
    expect(pointNear(null, () => [0, 0])).toBeNull()
  })
})

describe('onlyPointIn', () => {
  it('tells the one point a brush holds, its limits within', () => {
    expect(onlyPointIn(POINTS, { x: { min: 14, max: 99 }, y: null })?.id).toBe('b')
    expect(onlyPointIn(POINTS, { x: { min: null, max: null }, y: { min: 50, max: 50 } })?.id).toBe('c')
  })

  it('tells none of several, and none of none', () => {
    expect(onlyPointIn(POINTS, null)).toBeNull()
    expect(onlyPointIn(POINTS, { x: { min: 0, max: 20 }, y: null })).toBeNull()
    expect(onlyPointIn(POINTS, { x: { min: 200, max: null }, y: null })).toBeNull()
  })
})

function point(id: string, x: number, y: number) {
  return { id, x, y, keys: [] }
}

function nearTo(x: number, y: number) {
  return pointNear(POINTS, (one) => [one.x - x, one.y - y])
}
