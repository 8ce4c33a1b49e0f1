import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addedLines, type EditLine, replaceLines } from '../../../src/renderer/example/logic/edit-lines.ts'

const drawn = (lines: EditLine[]) => lines.map(({ kind, text }) => `${{ context: ' ', add: '+', delete: '-' }[kind]}${text}`)

describe('an edit as a small diff', () => {
  it('keeps what both sides have as context', () => {
    expect(drawn(replaceLines('a\nb\nc', 'a\nB\nc'))).toEqual([' a', '-b', '+B', ' c'])
  })

  it('finds common lines inside the change', () => {
    expect(drawn(replaceLines('a\nx\nb\ny\nc', 'a\nX\nb\nY\nc'))).toEqual([' a', '-x', '+X', ' b', '-y', '+Y', ' c'])
  })

  it('shows text that is put in, or taken out, whole', () => {
    expect(drawn(replaceLines('', 'a\nb'))).toEqual(['+a', '+b'])
    expect(drawn(replaceLines('a', ''))).toEqual(['-a'])
    expect(drawn(addedLines('a\nb\n'))).toEqual(['+a', '+b'])
  })

  it('has nothing to show when nothing changed, but the lines', () => {
    expect(drawn(replaceLines('a', 'a'))).toEqual([' a'])
  })

  it('gives both sides back, whatever they are', () => {
    const side = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 30 }).map((lines) => `${lines.join('\n')}\n`)
    fc.assert(
      fc.property(side, side, (before, after) => {
        const lines = replaceLines(before, after)
        const text = (without: EditLine['kind']) =>
          lines
            .filter((one) => one.kind !== without)
            .map((one) => `${one.text}\n`)
            .join('')
        expect(text('add')).toBe(before)
        expect(text('delete')).toBe(after)
      }),
    )
  })

  it('stays quick for edits of 100,000 lines', () => {
    const begun = performance.now()
    const many = (word: string) => Array.from({ length: 100_000 }, (_, i) => `${word}${i}`).join('\n')
    expect(replaceLines(many('a'), many('b'))).toHaveLength(200_000)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
