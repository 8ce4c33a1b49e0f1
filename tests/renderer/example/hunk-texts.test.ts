import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunkTexts } from '../../../src/renderer/monaco/hunk-texts.ts'
import { languageOf } from '../../../src/renderer/monaco/language-of.ts'

type Hunk = Parameters<typeof hunkTexts>[0][number]
type Line = Hunk['lines'][number]

const line = (kind: Line['kind'], text: string, noNewline = false): Line => ({ kind, text, noNewline })
const hunk = (oldStart: number, newStart: number, lines: Line[], section = ''): Hunk => ({
  oldStart,
  oldLines: lines.filter((one) => one.kind !== 'add').length,
  newStart,
  newLines: lines.filter((one) => one.kind !== 'delete').length,
  section,
  lines,
})

describe('the two texts of a file', () => {
  it('come with their real line numbers', () => {
    const { original, modified } = hunkTexts([
      hunk(1, 1, [line('context', 'a'), line('delete', 'b'), line('add', 'B'), line('add', 'C'), line('context', 'd')]),
    ])
    expect(original).toEqual({ text: 'a\nb\nd', numbers: [1, 2, 3], gaps: [] })
    expect(modified).toEqual({ text: 'a\nB\nC\nd', numbers: [1, 2, 3, 4], gaps: [] })
  })

  it('say what lies between hunks, on both sides', () => {
    const { original, modified } = hunkTexts([hunk(10, 10, [line('context', 'a')]), hunk(1031, 1032, [line('context', 'b')], 'class Foo')])
    expect(original.text.split('\n')).toEqual(['⋯ 9 lines not in the patch', 'a', '⋯ 1,020 lines not in the patch · class Foo', 'b'])
    expect(original.numbers).toEqual([null, 10, null, 1031])
    expect(modified.numbers).toEqual([null, 10, null, 1032])
    expect(original.gaps).toEqual([
      { line: 1, skipped: 9 },
      { line: 3, skipped: 1020 },
    ])
  })

  it('leave one side of a new file empty', () => {
    const { original, modified } = hunkTexts([hunk(0, 1, [line('add', 'x'), line('add', 'y')])])
    expect(original).toEqual({ text: '', numbers: [], gaps: [] })
    expect(modified.numbers).toEqual([1, 2])
  })

  it('tell a missing newline at the end on the side that lacks it', () => {
    const { original, modified } = hunkTexts([hunk(1, 1, [line('delete', 'x', true), line('add', 'x')])])
    expect(original.text).toBe('x\n\\ No newline at end of file')
    expect(original.numbers).toEqual([1, null])
    expect(modified.text).toBe('x')
  })

  it('drop the CR of CR LF and keep every other odd break on its line', () => {
    const { modified } = hunkTexts([hunk(0, 1, [line('add', 'a\r'), line('add', 'b\u2028c\rd')])])
    expect(modified.text).toBe('a\nb c d')
    expect(modified.numbers).toHaveLength(2)
  })

  it('have as many numbers as lines, whatever the hunks', () => {
    const anyLine = fc.record({
      kind: fc.constantFrom('context', 'add', 'delete' as const),
      text: fc.string({ unit: 'binary' }),
      noNewline: fc.boolean(),
    })
    const anyHunk = fc.record({ start: fc.nat(5000), lines: fc.array(anyLine as fc.Arbitrary<Line>, { maxLength: 20 }) })
    fc.assert(
      fc.property(fc.array(anyHunk, { maxLength: 5 }), (hunks) => {
        const { original, modified } = hunkTexts(hunks.map(({ start, lines }) => hunk(start, start, lines)))
        for (const side of [original, modified]) {
          if (side.numbers.length > 0) expect(side.text.split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(side.numbers.length)
        }
      }),
    )
  })
})

describe('the language of a path', () => {
  it.each([
    ['src/a.py', 'python'],
    ['src/Main.JAVA', 'java'],
    ['Dockerfile', 'dockerfile'],
    ['a/b.tar.gz', 'plaintext'],
    ['data.jsonl', 'json'],
    ['constructor', 'plaintext'],
    ['x.__proto__', 'plaintext'],
    ['', 'plaintext'],
  ])('%j is %s', (path, language) => {
    expect(languageOf(path)).toBe(language)
  })
})
