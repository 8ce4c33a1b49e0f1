import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisScale, axisTicks, axisWords, edgeSpots, heightTicks, tickText } from '../../../src/renderer/plots/axis-scale.ts'

const texts = (ticks: { text: string }[]) => ticks.map(({ text }) => text)

describe('axisScale', () => {
  it('lays log10(1 + x) out evenly', () => {
    const x = axisScale({ min: 0, max: 999, isLog: true }, 0, 300)
    expect([0, 9, 99, 999].map((value) => Math.round(x(value)))).toEqual([0, 100, 200, 300])
  })

  it('puts a single value in the middle, with room for its bar', () => {
    const x = axisScale({ min: 12, max: 12, isLog: false }, 0, 300)
    expect(x(12)).toBe(150)
    expect(edgeSpots([12, 12], x)).toEqual([126, 174])
  })
})

describe('axisTicks', () => {
  it('takes powers of ten first, then what fits between them', () => {
    const axis = { min: 800, max: 500_000, isLog: true }
    expect(texts(axisTicks(axis, axisScale(axis, 0, 260), 44, true))).toEqual(['1k', '10k', '100k', '500k'])
  })

  it('never puts ticks closer than asked', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 100, max: 900 }), (min, width, room) => {
        const axis = { min, max: min + width, isLog: true }
        const x = axisScale(axis, 0, room)
        const places = axisTicks(axis, x, 44, true).map(({ value }) => x(value))
        const gaps = places.slice(1).map((place, at) => place - (places[at] ?? 0))
        expect(places.length).toBeGreaterThan(0)
        expect(Math.min(44, ...gaps)).toBeGreaterThan(0)
      }),
    )
  })

  it('shows only whole ticks for whole numbers', () => {
    const axis = { min: 0, max: 3, isLog: false }
    expect(texts(axisTicks(axis, axisScale(axis, 0, 600), 44, true))).toEqual(['0', '1', '2', '3'])
  })

  it('names a single value', () => {
    const axis = { min: 7, max: 7, isLog: false }
    expect(texts(axisTicks(axis, axisScale(axis, 0, 600), 44, true))).toEqual(['7'])
  })
})

describe('heightTicks', () => {
  it('counts in whole steps', () => {
    expect(heightTicks(3, 'count')).toEqual({ top: 3, ticks: [0, 1, 2, 3].map((value) => ({ value, text: String(value) })) })
  })

  it('says shares as percent, small ones with a digit', () => {
    expect(texts(heightTicks(0.45, 'share').ticks)).toEqual(['0 %', '10 %', '20 %', '30 %', '40 %', '50 %'])
    expect(texts(heightTicks(0.012, 'share').ticks)).toContain('0.4 %')
  })

  it('has a foot to stand on when nothing was counted', () => {
    expect(heightTicks(0, 'count')).toEqual({ top: 1, ticks: [{ value: 0, text: '0' }] })
  })

  it('keeps huge counts short', () => {
    expect(texts(heightTicks(2_400_000_000, 'count').ticks)).toContain('2B')
  })
})

describe('words at an axis', () => {
  it('names unit and scale once', () => {
    expect(axisWords({ label: 'Tokens', unit: 'tokens', isInteger: true }, true)).toBe('Tokens (log)')
    expect(axisWords({ label: 'Churn', unit: 'lines', isInteger: true }, false)).toBe('Churn, lines')
  })

  it('shortens numbers', () => {
    expect([0, 0.25, 950, 18_432].map(tickText)).toEqual(['0', '0.25', '950', '18.4k'])
  })
})
