import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Example, Redaction } from '#record'
import { applyEdits, findOccurrences } from '#review'
import { edits, NAMED, redaction } from './edits-builder.ts'

const content = (example: Example, index: number) => example.messages[index]?.content
const call = (example: Example) => example.messages[2]?.calls[0]

describe('edits', () => {
  test('of nothing leave the very same example', () => {
    const none = edits({ contentHash: null })
    expect(applyEdits(NAMED, none).example).toBe(NAMED)
    expect(applyEdits(NAMED, edits({ masked: [4] })).example).toBe(NAMED)
  })

  test('about other bytes are not applied, and told', () => {
    const stale = applyEdits(NAMED, edits({ masked: [2], cutAfter: 3, contentHash: 'then' }))
    expect(stale).toEqual({ example: NAMED, masked: [], cutMessages: 0, isStale: true })
  })

  test('cut a tail, and masks behind the cut say nothing any more', () => {
    const { example, masked, cutMessages } = applyEdits(NAMED, edits({ cutAfter: 3, masked: [2, 4, 6] }))
    expect([example.messages.length, masked, cutMessages]).toEqual([4, [2], 3])
    expect(example.patch).toBe(NAMED.patch)
  })

  test('never leave a call without its result', () => {
    expect(applyEdits(NAMED, edits({ cutAfter: 2 })).example.messages).toHaveLength(4)
  })
})

describe('a redaction', () => {
  test('reaches arguments as JSON and what the call does', () => {
    const place = redaction('arguments', 2, [20, 23], { call: 0, replacement: 'a "b"' })
    const after = call(applyEdits(NAMED, edits({ redactions: [place] })).example)
    expect(after?.argumentsText).toBe('{"command": "grep \\"a \\"b\\"\\"\\n# \\u00e9"}')
    expect(after?.arguments).toEqual({ command: 'grep "a "b""\n# é' })
    expect(after?.act).toEqual({ kind: 'shell', command: 'grep "a "b""\n# é' })
  })

  test('takes a whole escape, never half of one', () => {
    const inEscape = redaction('arguments', 2, [31, 33], { call: 0 })
    expect(call(applyEdits(NAMED, edits({ redactions: [inEscape] })).example)?.arguments).toEqual({ command: 'grep "Ada"\n# [name]' })
  })

  test('takes a whole surrogate pair', () => {
    const face: Example = { ...NAMED, messages: NAMED.messages.map((one) => ({ ...one, content: '😀b' })) }
    const half = edits({ redactions: [redaction('content', 0, [1, 2])] })
    expect(content(applyEdits(face, half).example, 0)).toBe('[name]b')
  })

  test('leaves a diff its lines, marks and ends', () => {
    const patch = NAMED.patch ?? ''
    const all = redaction('patch', null, [patch.indexOf('-Ada'), patch.indexOf(' keep')])
    expect(applyEdits(NAMED, edits({ redactions: [all] })).example.patch).toContain('@@\n-[name]\n+[name]\n keep\n')
  })

  test('of a message that writes its call as text takes it from the call, too', () => {
    const text = 'Run:\n```bash\necho Ada\n```'
    const written: Example = {
      ...NAMED,
      messages: NAMED.messages.map((one) => ({
        ...one,
        content: text,
        calls: one.calls.map((made) => ({
          ...made,
          protocol: 'fence' as const,
          argumentsText: 'echo Ada',
          arguments: { command: 'echo Ada' },
          act: { kind: 'shell' as const, command: 'echo Ada' },
        })),
      })),
    }
    const at = text.indexOf('Ada')
    const after = call(applyEdits(written, edits({ redactions: [redaction('content', 2, [at, at + 3])] })).example)
    expect([after?.argumentsText, after?.arguments, after?.act]).toEqual([
      'echo [name]',
      { command: 'echo [name]' },
      { kind: 'shell', command: 'echo [name]' },
    ])
  })
})

describe('whatever is redacted', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '"', '\\', 'é'), minLength: 1, maxLength: 40 })
  const span = (max: number) =>
    fc
      .tuple(fc.nat(max - 1), fc.integer({ min: 1, max: 8 }))
      .map(([start, length]): [number, number] => [start, Math.min(max, start + length)])

  test('other text stays, in whichever order it was said', () => {
    fc.assert(
      fc.property(
        text.chain((words) => fc.tuple(fc.constant(words), fc.array(span(words.length), { minLength: 1, maxLength: 5 }), fc.nat())),
        ([words, spans, turn]) => {
          const example: Example = { ...NAMED, messages: NAMED.messages.map((one) => ({ ...one, content: words })) }
          const places = spans.map((one) => redaction('content', 1, one, { replacement: '█' }))
          const turned = [...places.slice(turn % places.length), ...places.slice(0, turn % places.length)]
          const said = content(applyEdits(example, edits({ redactions: places })).example, 1) ?? ''
          expect(content(applyEdits(example, edits({ redactions: turned })).example, 1)).toBe(said)
          expect(said.isWellFormed()).toBe(true)
          expect(leftOver(words, places)).toBe(said.replaceAll('█', ''))
        },
      ),
    )
  })

  test('arguments stay JSON with all else as it was', () => {
    fc.assert(
      fc.property(
        fc.tuple(text, text, fc.boolean()).chain(([path, note, isAscii]) => {
          const json = JSON.stringify({ path, note })
          const start = json.indexOf(',"note":') + 9
          const ascii = isAscii ? json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : json
          const from = isAscii ? ascii.indexOf(',"note":') + 9 : start
          return fc.tuple(fc.constant(path), fc.constant(ascii), fc.constant(from), span(Math.max(1, ascii.length - 2 - from)))
        }),
        ([path, argumentsText, from, [start, end]]) => {
          const example: Example = {
            ...NAMED,
            messages: NAMED.messages.map((one) => ({ ...one, calls: one.calls.map((made) => ({ ...made, argumentsText })) })),
          }
          const place = redaction('arguments', 2, [from + start, from + end], { call: 0 })
          const after = call(applyEdits(example, edits({ redactions: [place] })).example)
          expect(after?.argumentsError).toBeNull()
          expect(after?.arguments).toEqual({ path, note: expect.stringContaining('[name]') })
        },
      ),
    )
  })

  test('every place of a text goes, and finding it again finds none', () => {
    fc.assert(
      fc.property(fc.constantFrom('Ada', 'd', 'grep', '"', '\n', 'é', 'a.py', ' = '), (wanted) => {
        const redactions = findOccurrences(NAMED, wanted).map((at): Redaction => ({ at, replacement: '█' }))
        const { example } = applyEdits(NAMED, edits({ redactions }))
        // The marks and ends of a patch's lines stay.
        const rest = findOccurrences(example, wanted).filter(
          ({ field, start }) => field !== 'patch' || !/^$|\n$/.test(example.patch?.slice(0, start) ?? ''),
        )
        expect(wanted === '\n' ? rest.filter(({ field }) => field !== 'patch') : rest).toEqual([])
      }),
    )
  })

  test('masks and a cut say the same with and without it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(2, 4, 6)), fc.option(fc.nat(6)), ([...masked], cutAfter) => {
        const redactions = [redaction('content', 6, [6, 9])]
        const both = applyEdits(NAMED, edits({ masked, cutAfter, redactions }))
        const { example, ...alone } = applyEdits(NAMED, edits({ masked, cutAfter }))
        expect(both).toMatchObject({ ...alone })
        expect(both.example.messages.map(({ index }) => index)).toEqual(example.messages.map(({ index }) => index))
        for (const { calls } of both.example.messages)
          for (const { resultIndex } of calls) expect(resultIndex === null || resultIndex < both.example.messages.length).toBe(true)
      }),
    )
  })
})

/** A text without the whole characters that any of the places touches. */
function leftOver(words: string, places: readonly Redaction[]): string {
  let at = 0
  let rest = ''
  for (const character of words) {
    const end = at + character.length
    if (!places.some((one) => one.at.start < end && at < one.at.end)) rest += character
    at = end
  }
  return rest
}
