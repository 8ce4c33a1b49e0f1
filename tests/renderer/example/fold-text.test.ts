import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALL_LIMITS, countLines, foldText, PROMPT_LIMITS, RESULT_LIMITS } from '../../../src/renderer/example/logic/fold-text.ts'

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`).join('\n')

describe('folding a text', () => {
  it('leaves short texts whole', () => {
    expect(foldText('a\nb', 3, RESULT_LIMITS)).toEqual({ kind: 'whole', text: 'a\nb' })
    expect(foldText('', 0, PROMPT_LIMITS)).toEqual({ kind: 'whole', text: '' })
    expect(foldText(lines(24), lines(24).length, RESULT_LIMITS).kind).toBe('whole')
  })

  it('keeps how a result begins and how it ends', () => {
    const text = lines(100)
    const folded = foldText(text, text.length, RESULT_LIMITS)
    if (folded.kind === 'whole') throw new Error('it was not folded')
    expect(folded.head).toBe(lines(8))
    expect(folded.tail.trim()).toBe(Array.from({ length: 8 }, (_, i) => `line ${93 + i}`).join('\n'))
    expect(folded.lines).toBe(84)
  })

  it('folds one endless line by characters', () => {
    const text = 'x'.repeat(100_000)
    const folded = foldText(text, text.length, RESULT_LIMITS)
    expect(folded).toMatchObject({ kind: 'folded', lines: 0, hidden: 100_000 - 2 * RESULT_LIMITS.characters })
  })

  it('shows no tail of a text that came cut, and counts what is elsewhere', () => {
    const text = lines(100)
    expect(foldText(text, 1_000_000, RESULT_LIMITS)).toMatchObject({
      kind: 'folded',
      tail: '',
      lines: null,
      hidden: 1_000_000 - lines(8).length,
    })
  })

  it('shows a glance of a prompt', () => {
    expect(foldText(lines(50), lines(50).length, PROMPT_LIMITS)).toMatchObject({ kind: 'folded', head: lines(3), tail: '', lines: 47 })
  })

  it('leaves no half of a CR LF at the fold', () => {
    const folded = foldText('a\r\n'.repeat(100), 300, RESULT_LIMITS)
    if (folded.kind === 'whole') throw new Error('it was not folded')
    expect(folded.head.endsWith('\r')).toBe(false)
  })

  it('loses nothing: head, what is hidden and tail are the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 60 }), { maxLength: 200 }),
        fc.constantFrom(RESULT_LIMITS, PROMPT_LIMITS, CALL_LIMITS),
        (parts, limits) => {
          const text = parts.join('\n')
          const folded = foldText(text, text.length, limits)
          if (folded.kind === 'whole') expect(folded.text).toBe(text)
          else {
            expect(text.startsWith(folded.head)).toBe(true)
            expect(text.endsWith(folded.tail)).toBe(true)
            expect(Math.abs(folded.head.length + folded.hidden + folded.tail.length - text.length)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

describe('counting lines', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n\n', 2],
  ])('%j has %i', (text, count) => {
    expect(countLines(text)).toBe(count)
  })
})
