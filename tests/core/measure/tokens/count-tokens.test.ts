import fc from 'fast-check'
import { get_encoding } from 'tiktoken'
import { afterAll, describe, expect, it } from 'vitest'
import { counterOf, countTokens } from '#measure'
import { CL100K_BASE } from '../../../../src/core/measure/tokens/cl100k-base.ts'
import { O200K_BASE } from '../../../../src/core/measure/tokens/o200k-base.ts'
import { hostileText } from './hostile-text.ts'

describe('countTokens', () => {
  it('counts nothing in nothing, and special names as ordinary text', () => {
    expect(countTokens('')).toBe(0)
    expect(countTokens('hello world')).toBe(2)
    expect(countTokens('<|endoftext|>')).toBe(7)
  })
})

describe.each(['cl100k_base', 'o200k_base'] as const)('a counter of %s', (name) => {
  const counter = counterOf({ kind: 'tiktoken', name })
  const oracle = get_encoding(name)
  const canonical = (text: string): number => oracle.encode_ordinary(text.toWellFormed()).length
  afterAll(() => oracle.free())

  it('names its encoding with its version', () => {
    expect(counter.encoding).toBe(`${name}@1`)
  })

  it('equals canonical tiktoken on hostile strings', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(counter.count(text)).toBe(canonical(text))
      }),
      { numRuns: 1_500 },
    )
  })

  it('equals it on every character of the settled planes, alone and between letters', () => {
    const characters = Array.from({ length: 0x600 }, (_, code) => String.fromCharCode(code)).filter((one) => !/\p{Cn}/u.test(one))
    for (const one of characters) for (const text of [one, `a${one}B`, ` ${one} `]) expect(counter.count(text), text).toBe(canonical(text))
  })

  it.each([['\ud83d'], ['a\udc00b'], ['x\ud800\ud800'], ['\ud83d \ude00'], ['\ude00\ud83d']])(
    'counts lone surrogates as the replacement character: %j',
    (text) => {
      expect(counter.count(text)).toBe(canonical(text))
    },
  )

  it('sees no partner for a surrogate in a text counted before', () => {
    counter.count('ab😀😀😀')
    expect(counter.count('ab😀😀\ud83d')).toBe(canonical('ab😀😀\ufffd'))
  })

  it.each([
    ['one letter', 'a'],
    ['capitals', 'A'],
    ['blanks', ' '],
    ['blanks and line ends', '\n \n '],
    ['apostrophes', "'"],
    ['ideographs', '漢'],
    ['joined emoji', '👩‍👩‍👧'],
    ['marks', 'e\u0301'],
    ['special names', '<|endoftext|>'],
    ['lone surrogates', 'a\ud800'],
    ['capitals behind ideographs', `漢${'A'.repeat(500)}`],
    ['letters without order', Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(97 + ((at * at * 7_919) % 26))).join('')],
  ])('takes bounded time for a long run of %s', (_, unit) => {
    const start = performance.now()
    expect(counter.count(unit.repeat(Math.ceil(100_000 / unit.length)))).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('counts a word of half a million ideographs', () => {
    const one = counter.count('漢')
    expect(counter.count('漢'.repeat(500_001))).toBe(one * 500_001)
  })
})

describe('the ranks', () => {
  it('are all read', () => {
    expect([CL100K_BASE.tokens().size, O200K_BASE.tokens().size]).toEqual([100_256, 199_998])
    expect([CL100K_BASE.tokens().longest, O200K_BASE.tokens().longest]).toEqual([128, 128])
  })
})
