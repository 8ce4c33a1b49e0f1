import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gripAt, moveDrag, startDrag, startDrags } from '../../../src/renderer/plots/drag.ts'

describe('a drag along one axis', () => {
  it('brushes from where it began to where it is, either way round', () => {
    expect(moveDrag(startDrag('outside', null, 5), 2, 9).now).toEqual({ from: 2, to: 5 })
    expect(moveDrag(startDrag('outside', { from: 0, to: 1 }, 5), 8, 9).now).toEqual({ from: 5, to: 8 })
  })

  it('moves the whole brush by its inside, keeping its width at the ends', () => {
    const drag = startDrag('inside', { from: 2, to: 4 }, 3)
    expect(moveDrag(drag, 5, 9).now).toEqual({ from: 4, to: 6 })
    expect(moveDrag(drag, 99, 9).now).toEqual({ from: 7, to: 9 })
    expect(moveDrag(drag, -99, 9).now).toEqual({ from: 0, to: 2 })
  })

  it('takes an end past the other', () => {
    expect(moveDrag(startDrag('to', { from: 4, to: 6 }, 6), 1, 9).now).toEqual({ from: 1, to: 4 })
  })

  it('never leaves the axis nor turns over', () => {
    const grip = fc.constantFrom('from' as const, 'to' as const, 'inside' as const, 'outside' as const)
    fc.assert(
      fc.property(grip, fc.nat(20), fc.nat(20), fc.nat(20), fc.array(fc.integer({ min: -30, max: 60 })), (from, a, b, at, path) => {
        const origin = { from: Math.min(a, b), to: Math.max(a, b) }
        const end = path.reduce((drag, place) => moveDrag(drag, place, 20), startDrag(from, origin, at))
        expect(end.now.from).toBeGreaterThanOrEqual(0)
        expect(end.now.to).toBeLessThanOrEqual(20)
        expect(end.now.from).toBeLessThanOrEqual(end.now.to)
      }),
    )
  })
})

describe('gripAt', () => {
  it('tells ends, inside and outside apart, on falling axes too', () => {
    expect([40, 58, 80, 103, 120].map((place) => gripAt(place, { from: 60, to: 100 }))).toEqual([
      'outside',
      'from',
      'inside',
      'to',
      'outside',
    ])
    expect([58, 80, 103].map((place) => gripAt(place, { from: 100, to: 60 }))).toEqual(['to', 'inside', 'from'])
  })

  it('is outside where there is no brush', () => {
    expect(gripAt(10, null)).toBe('outside')
  })
})

describe('a drag on both axes', () => {
  const brush: [{ from: number; to: number }, { from: number; to: number }] = [
    { from: 2, to: 4 },
    { from: 5, to: 7 },
  ]

  it('begins a new rectangle when either axis has nothing under it', () => {
    expect(startDrags(['inside', 'outside'], brush, [3, 9]).map(({ now }) => now)).toEqual([
      { from: 3, to: 3 },
      { from: 9, to: 9 },
    ])
  })

  it('holds one axis while an end of the other is dragged', () => {
    const [x, y] = startDrags(['to', 'inside'], brush, [4, 6])
    expect(moveDrag(x, 8, 9).now).toEqual({ from: 2, to: 8 })
    expect(moveDrag(y, 0, 9).now).toEqual({ from: 5, to: 7 })
  })

  it('moves both when taken inside', () => {
    const [x, y] = startDrags(['inside', 'inside'], brush, [3, 6])
    expect([moveDrag(x, 4, 9).now, moveDrag(y, 5, 9).now]).toEqual([
      { from: 3, to: 5 },
      { from: 4, to: 6 },
    ])
  })
})
