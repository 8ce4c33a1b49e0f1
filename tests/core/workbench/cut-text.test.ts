import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CUT_AT, cutText, pieceOf } from '../../../src/core/workbench/cut-text.ts'

describe('cutText', () => {
  it('leaves a short text alone', () => {
    expect(cutText('hello')).toEqual({ text: 'hello', size: 5 })
  })

  it('cuts a long text and tells its whole size', () => {
    const { text, size } = cutText('x'.repeat(CUT_AT + 10))
    expect([text.length, size]).toEqual([CUT_AT, CUT_AT + 10])
  })

  it('never splits a surrogate pair', () => {
    const { text } = cutText(`${'x'.repeat(CUT_AT - 1)}😀tail`)
    expect(text.isWellFormed()).toBe(true)
    expect(text.length).toBe(CUT_AT - 1)
  })
})

describe('pieceOf', () => {
  it('gives back the whole text when pieces are joined, whatever the piece size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, limit) => {
        let joined = ''
        while (joined.length < text.length) {
          const piece = pieceOf(text, joined.length, limit)
          if (piece.text === '') break
          joined += piece.text
        }
        expect(joined).toBe(text)
      }),
    )
  })

  it('gives nothing past the end and still tells the size', () => {
    expect(pieceOf('abc', 10, 5)).toEqual({ text: '', offset: 3, size: 3 })
  })
})
