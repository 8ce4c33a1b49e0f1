import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counterOf } from '#measure'
import { hostileSnippet } from './hostile-text.ts'

describe.each(['cl100k_base', 'o200k_base'] as const)('texts joined by line feeds, by %s', (name) => {
  const counter = counterOf({ kind: 'tiktoken', name })
  const naive = (texts: string[]) => ({ each: texts.map((text) => counter.count(text)), joined: counter.count(texts.join('\n')) })

  it('count as if each and the whole were counted by themselves', () => {
    fc.assert(
      fc.property(fc.array(hostileSnippet, { maxLength: 8 }), (texts) => {
        expect(counter.countJoined?.(texts)).toEqual(naive(texts))
      }),
      { numRuns: 4_000 },
    )
  })

  it.each([
    [[]],
    [['']],
    [['', '', '']],
    [['a\n', '\nb']],
    [['a \n\n', '', ' \n', '\r\n  b']],
    [['say "x!', '!y"']],
    [["don'", "'s"]],
    [['12', '3456']],
    [['x\ud83d', '\ude00y']],
    [['漢ABC', 'DEF漢']],
    [[' '.repeat(2_000), ' '.repeat(2_000)]],
    [['\u0085', '\u0301a', '\u0301']],
  ])('agree at the seams of %j', (texts) => {
    expect(counter.countJoined?.(texts)).toEqual(naive(texts))
  })
})
