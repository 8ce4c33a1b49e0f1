import { describe, expect, it } from 'vitest'
import { plainColor } from '../../../src/renderer/plots/plain-color.ts'

describe('plainColor', () => {
  it.each([
    ['rgb(69, 192, 143)', { color: '#45c08f', opacity: 1 }],
    ['rgba(0, 0, 0, 0.4)', { color: '#000000', opacity: 0.4 }],
    ['rgb(20 30 50 / 0.14)', { color: '#141e32', opacity: 0.14 }],
    ['color(srgb 0.5 1 0)', { color: '#80ff00', opacity: 1 }],
    ['color(srgb 0.2 0.4 0.6 / 0.5)', { color: '#336699', opacity: 0.5 }],
  ])('makes %s plain', (css, plain) => {
    expect(plainColor(css)).toEqual(plain)
  })

  it('is null for no colour', () => {
    expect([plainColor('none'), plainColor('url(#x)'), plainColor('')]).toEqual([null, null, null])
  })
})
