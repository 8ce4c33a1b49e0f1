import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allWindows, readWindow, USUAL_WINDOWS, windowError, windowWord } from '../../../src/renderer/metrics/logic/windows.ts'

describe('a context window', () => {
  it.each([
    ['40000', 40_000],
    ['40,000', 40_000],
    [' 48k ', 49_152],
    ['48 K', 49_152],
    ['1m', 1_048_576],
    ['0.5k', 512],
  ])('typed as %s is %i tokens', (typed, tokens) => expect(readWindow(typed)).toBe(tokens))

  it.each(['', 'k', '0', '-8k', '8kb', '1.0001k', '1e5', '200m', 'NaN'])('cannot be typed as “%s”', (typed) => {
    expect(readWindow(typed)).toBeNull()
  })

  it('is said so that it can be typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000 }), (tokens) => {
        expect(readWindow(windowWord(tokens))).toBe(tokens)
      }),
    )
    expect(USUAL_WINDOWS.map(windowWord)).toEqual(['8k', '16k', '32k', '64k', '128k'])
    expect(windowWord(12_345)).toBe('12,345')
  })

  it('says decimal thousands to the token, since 40k would be another', () => {
    expect(windowWord(40_000)).toBe('40,000')
    expect(readWindow(windowWord(40_000))).toBe(40_000)
  })

  it('stands among the usual ones in order, once', () => {
    expect(allWindows([40_000, 8_192])).toEqual([8_192, 16_384, 32_768, 40_000, 65_536, 131_072])
  })

  it('is refused with a reason when it is none, there already, or one too many', () => {
    expect(windowError('many', [])).toContain('40000')
    expect(windowError('8k', [])).toBe('8k is there already.')
    expect(windowError('9k', [1, 2, 3, 4, 5, 6, 7, 8])).toContain('At most 8')
    expect(windowError('9k', [])).toBeNull()
  })
})
