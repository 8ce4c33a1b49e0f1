import fc from 'fast-check'
import cl100k from 'js-tiktoken/ranks/cl100k_base'
import o200k from 'js-tiktoken/ranks/o200k_base'
import { get_encoding } from 'tiktoken'
import { afterAll, describe, expect, it } from 'vitest'
import { countTokens } from '#measure'
import { isJsonObject } from '#record'
import { encodingFrom } from '../../../../src/core/measure/tokens/encoding.ts'
import { TokenCounter } from '../../../../src/core/measure/tokens/token-counter.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const oracle = get_encoding('cl100k_base')
const canonical = (text: string): number => oracle.encode_ordinary(text).length
afterAll(() => oracle.free())

const special = fc.constantFrom(
  '\ufeff',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\u180e',
  '\u200b',
  '\u200d',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  "'s",
  "'LL",
  '<|endoftext|>',
  '<|im_start|>',
  '\ud800',
  '\udc00',
  '漢字',
  'かな',
  '한국어',
  'é',
  'e\u0301',
  'ſ',
  'İ',
  '👩‍👩‍👧',
  '🏳️‍🌈',
  '🇩🇪',
  '٣',
  '１２３４',
  'Ⅷ',
  '12345',
  '===',
  '/* ',
  'QUJDREVGR0g9',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '𝔘𝔫𝔦',
  'ᾳ',
)
/** Blocks whose letters and digits no newer Unicode has added to: runtime and oracle carry tables of different years. */
const settled = fc
  .oneof(
    ...[
      [0, 0x52f],
      [0x2000, 0x206f],
      [0x3040, 0x3096],
      [0x4e00, 0x9fcc],
      [0xac00, 0xd7a3],
      [0xe000, 0xe0ff],
      [0x1d400, 0x1d454],
      [0x1f300, 0x1f5ff],
    ].map(([min = 0, max = 0]) => fc.integer({ min, max })),
  )
  .map((code) => String.fromCodePoint(code))
const repeated = fc.tuple(fc.oneof(special, settled), fc.integer({ min: 1, max: 400 })).map(([unit, times]) => unit.repeat(times))
const hostile = fc
  .array(fc.oneof(special, repeated, fc.string({ unit: settled }), fc.base64String(), fc.string()), { maxLength: 20 })
  .map((parts) => parts.join(''))

describe('countTokens', () => {
  it('counts nothing in nothing, and special names as ordinary text', () => {
    expect(countTokens('')).toBe(0)
    expect(countTokens('hello world')).toBe(2)
    expect(countTokens('<|endoftext|>')).toBe(7)
  })

  it('equals canonical tiktoken on hostile strings', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(countTokens(text)).toBe(canonical(text))
      }),
      { numRuns: 1_500 },
    )
  })

  it.each([['\ud83d'], ['a\udc00b'], ['x\ud800\ud800'], ['\ud83d \ude00']])(
    'counts lone surrogates as the replacement character: %j',
    (text) => {
      expect(countTokens(text)).toBe(canonical(text.toWellFormed()))
    },
  )

  it.skipIf(!hasSharedData).each(sharedFiles('r3'))(
    `equals canonical tiktoken on every message of %s${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
    (name) => {
      for (const row of sharedRows(name)) {
        for (const message of Array.isArray(row.messages) ? row.messages : []) {
          const text = isJsonObject(message) && typeof message.content === 'string' ? message.content : ''
          expect(countTokens(text)).toBe(canonical(text))
        }
      }
    },
  )

  it.each([
    ['one letter', 'a'.repeat(100_000)],
    ['random letters', Array.from({ length: 100_000 }, (_, at) => String.fromCharCode(97 + ((at * 7_919) % 26))).join('')],
    ['spaces', ' '.repeat(100_000)],
    ['ideographs', '漢'.repeat(30_000)],
    ['emoji', '👩‍👩‍👧'.repeat(12_000)],
  ])('takes well under a second for a long run of %s', (_, text) => {
    countTokens('warm')
    const start = performance.now()
    expect(countTokens(text)).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('survives a run too long for the regular expression engine', () => {
    expect(countTokens('漢'.repeat(4_000_001))).toBe(8_000_002)
  })

  it('serves another encoding as data', () => {
    const counter = new TokenCounter(encodingFrom('o200k_base', 1, o200k))
    const other = get_encoding('o200k_base')
    fc.assert(
      fc.property(hostile, (text) => counter.count(text) === other.encode_ordinary(text).length),
      { numRuns: 300 },
    )
    other.free()
  })

  it('reads every rank of the data', () => {
    expect(encodingFrom('cl100k_base', 1, cl100k).ranks.size).toBe(100_256)
  })
})
