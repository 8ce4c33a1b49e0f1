import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, labelText, textWidth } from '../../../src/renderer/plots/label-text.ts'

/** Any UTF-16, well-formed or not. */
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

describe('labelText', () => {
  it('leaves ordinary words alone, in any script', () => {
    expect(['python', 'c++', 'שלום', '日本語', '🎉'].map((key) => labelText(key))).toEqual(['python', 'c++', 'שלום', '日本語', '🎉'])
  })

  it('says none for nothing', () => {
    expect([labelText(''), labelText('   ')]).toEqual(['none', 'none'])
  })

  it('shows what cannot be seen as codes', () => {
    expect(labelText('a\u0000b\u202ec\ud800')).toBe('a\\u0000b\\u202ec\\ud800')
  })

  it('cuts a megabyte before anything else is done with it', () => {
    expect(labelText('x'.repeat(1_000_000))).toHaveLength(201)
  })

  it('is text that XML can hold', () => {
    fc.assert(
      fc.property(codeUnits, (key) => {
        const text = labelText(key)
        expect(text.isWellFormed()).toBe(true)
        expect([...text].every((one) => (one.codePointAt(0) ?? 0) >= 0x20)).toBe(true)
      }),
    )
  })
})

describe('fitText', () => {
  it('keeps what fits and cuts what does not', () => {
    expect(fitText('bash', 100, 11, 'mono')).toBe('bash')
    expect(fitText('str_replace_editor', 67, 11, 'mono')).toBe('str_repla…')
  })

  it('never grows beyond the room', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 20, max: 200 }), (text, room) => {
        expect(textWidth(fitText(text, room, 11), 11)).toBeLessThanOrEqual(room + 1e-9)
      }),
    )
  })
})
