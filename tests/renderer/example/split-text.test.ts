import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySgr, classesOf, PLAIN } from '../../../src/renderer/example/logic/sgr.ts'
import { splitText } from '../../../src/renderer/example/logic/split-text.ts'

const ESC = '\u001b'
const marks = (text: string) => splitText(text).flatMap((segment) => (segment.kind === 'mark' ? [segment.label] : []))
const words = (text: string) =>
  splitText(text)
    .flatMap((segment) => (segment.kind === 'text' ? [segment.text] : []))
    .join('')

/** Control characters but tab and line feed, and bidirectional ones. */
const isControl = (character: string) => /[\p{Cc}\p{Bidi_Control}]/u.test(character) && character !== '\t' && character !== '\n'

describe('terminal colours', () => {
  it('become classes and leave the text', () => {
    expect(splitText(`a${ESC}[31mred${ESC}[0mb`)).toEqual([
      { kind: 'text', text: 'a', classes: '' },
      { kind: 'text', text: 'red', classes: 'ansi-1' },
      { kind: 'text', text: 'b', classes: '' },
    ])
  })

  it.each([
    ['1;32', 'ansi-2 ansi-bold'],
    ['', ''],
    ['97;44', 'ansi-15 ansi-bg-4'],
    ['38;5;9', 'ansi-9'],
    ['38;5;196', 'ansi-9'],
    ['38;2;0;0;255', 'ansi-12'],
    ['7', 'ansi-inverse'],
    ['7;31', 'ansi-bg-1'],
    ['999', ''],
    ['38', ''],
    ['38;5', 'ansi-0'],
  ])('%j gives %j', (parameters, classes) => {
    expect(classesOf(applySgr(PLAIN, parameters))).toBe(classes)
  })

  it('take attributes back one by one', () => {
    const all = applySgr(PLAIN, '1;2;3;4;7;31;41')
    expect(applySgr(all, '22;23;24;27;39;49')).toEqual(PLAIN)
  })
})

describe('everything else that does not print', () => {
  it.each([
    ['NUL', '\u0000', 'NUL'],
    ['a bell', '\u0007', 'BEL'],
    ['a lone carriage return', 'a\rb', 'CR'],
    ['a right-to-left override', '\u202e', 'U+202E'],
    ['an isolate', '\u2066', 'U+2066'],
    ['a zero width space', '\u200b', 'U+200B'],
    ['a byte order mark', '\ufeff', 'U+FEFF'],
    ['a C1 control', '\u009b', 'U+009B'],
    ['a lone high surrogate', '\ud83d', 'U+D83D'],
    ['a lone low surrogate', '\ude00', 'U+DE00'],
    ['a cursor movement', `${ESC}[2J`, 'ESC[2J'],
    ['a private mode', `${ESC}[?25l`, 'ESC[?25l'],
    ['a lone escape', ESC, 'ESC'],
  ])('%s is shown', (_name, text, label) => {
    expect(marks(text)).toEqual([label])
  })

  it('a hyperlink escape is shown and never becomes a link', () => {
    const [segment] = splitText(`${ESC}]8;;https://evil.example\u0007`)
    expect(segment).toMatchObject({ kind: 'mark', name: 'terminal escape sequence' })
  })

  it('an escape with bidi controls inside shows none of them', () => {
    expect(marks(`${ESC}]0;\u202eevil\u0007`)[0]).not.toContain('\u202e')
  })

  it('tabs, line feeds, emoji and joined emoji stay text', () => {
    const text = 'a\tb\nc 👩‍👩‍👧 é 漢'
    expect(splitText(text)).toEqual([{ kind: 'text', text, classes: '' }])
  })

  it('CR LF is one line feed', () => {
    expect(words('a\r\nb\r\n')).toBe('a\nb\n')
    expect(marks('a\r\nb\r\n')).toEqual([])
  })

  it('no text lets a control through, and printable text is never lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const drawn = words(text)
        expect(Array.from(drawn).filter(isControl)).toEqual([])
        const letters = (one: string) => one.replace(/[^a-z]/g, '')
        if (!text.includes(ESC)) expect(letters(drawn)).toBe(letters(text))
      }),
    )
  })

  it('100,000 unfinished escapes take no time worth telling', () => {
    const begun = performance.now()
    splitText(`${ESC}[`.repeat(100_000))
    splitText(`${ESC}]${'a'.repeat(300)}`.repeat(1000))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
