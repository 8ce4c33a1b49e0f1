import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { Tiktoken } from 'js-tiktoken/lite'
import o200k from 'js-tiktoken/ranks/o200k_base'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#record'
import { encoderOf } from '../../../../src/core/measure/tokens/encoder-of.ts'
import { FileEncoder } from '../../../../src/core/measure/tokens/file/file-encoder.ts'
import { parseTokenizer } from '../../../../src/core/measure/tokens/file/tokenizer-config.ts'
import type { TextEncoder } from '../../../../src/core/measure/types.ts'
import { byteLevelBpe, sentencePieceBpe } from './file/tokenizer-files.ts'

const gpt2 = { type: 'ByteLevel', add_prefix_space: false, use_regex: true }

const FILES: Record<string, JsonObject> = {
  'byte-level BPE': byteLevelBpe(),
  'byte-level BPE without a normalizer': byteLevelBpe({ normalizer: null }),
  'byte-level BPE with the pattern of GPT-2': byteLevelBpe({ preTokenizer: gpt2, normalizer: null }),
  'sentencepiece BPE with bytes': sentencePieceBpe(),
}

/** Composed text only: what NFC leaves as it is. */
const bits = fc.constantFrom(
  'the ',
  ' test',
  'ing',
  '  ',
  '\n',
  '\r\n',
  'a',
  'aaaa',
  'é',
  '漢字',
  '👩‍👩‍👧',
  '<|im_start|>',
  '<think>',
  "don't",
  '123456',
  '\ud800',
)
const texts = fc.array(bits, { maxLength: 30 }).map((found) => found.join(''))

function fileEncoder(file: JsonObject): TextEncoder {
  return new FileEncoder('file@1', parseTokenizer(JSON.stringify(file), 'tokenizer.json'))
}

describe('the encoder of a tokenizer.json', () => {
  it.each(Object.entries(FILES))('gives the ids the library gives: %s', (_, file) => {
    const encoder = fileEncoder(file)
    const library = new Tokenizer(file, {})
    fc.assert(
      fc.property(texts, (text) => {
        expect([...encoder.encode(text).ids]).toEqual(library.encode(text, { add_special_tokens: false }).ids)
      }),
      { numRuns: 150 },
    )
  })

  it.each(Object.entries(FILES).slice(0, 3))('knows where every token stands: %s', (_, file) => {
    const encoder = fileEncoder(file)
    // White space that the library takes off around `<think>` belongs to no token.
    fc.assert(
      fc.property(
        texts.map((text) => text.replaceAll('<think>', '')),
        (text) => coversAll(encoder, text),
      ),
      { numRuns: 150 },
    )
  })

  it('gives a special word its one id, at its place', () => {
    const { ids, starts, ends } = fileEncoder(byteLevelBpe()).encode('the <|im_start|>ing')
    const at = ids.indexOf(1_000)
    expect([starts[at], ends[at]]).toEqual([4, 16])
  })

  it('encodes a quarter of a million equal letters', () => {
    const { ends } = fileEncoder(byteLevelBpe()).encode('a'.repeat(250_000))
    expect(ends.at(-1)).toBe(250_000)
  })
})

describe('the encoder of tiktoken’s encodings', () => {
  const encoder = encoderOf({ kind: 'tiktoken', name: 'o200k_base' })
  if (!encoder) throw new Error('no encoder')

  it('gives the ids of js-tiktoken', () => {
    const library = new Tiktoken(o200k)
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const told = `${text}<|endoftext|>${text}`
        expect([...encoder.encode(told).ids]).toEqual(library.encode(told, 'all'))
      }),
      { numRuns: 40 },
    )
  })

  it('knows where every token stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => coversAll(encoder, text)),
      { numRuns: 200 },
    )
  })
})

/** Tokens follow each other, and every character is of one. */
function coversAll(encoder: TextEncoder, text: string): void {
  const { starts, ends } = encoder.encode(text)
  let reached = 0
  for (const [place, start] of starts.entries()) {
    expect(start).toBeLessThanOrEqual(reached)
    expect(ends[place]).toBeGreaterThanOrEqual(reached)
    reached = ends[place] ?? reached
  }
  expect(reached).toBe(text.length)
}
