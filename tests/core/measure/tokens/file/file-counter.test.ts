import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '#record'
import { byteLevelBpe, counterFor, libraryCount, sentencePieceBpe, unigram, wordPiece } from './tokenizer-files.ts'

const gpt2 = { type: 'ByteLevel', add_prefix_space: true, use_regex: true }
const digits: Json = {
  type: 'Sequence',
  pretokenizers: [
    { type: 'Digits', individual_digits: true },
    { type: 'ByteLevel', add_prefix_space: false },
  ],
}

/** Files of every kind, with the options that change what is counted. */
const FILES: Record<string, JsonObject> = {
  'byte-level BPE': byteLevelBpe(),
  'byte-level BPE that takes whole tokens first': byteLevelBpe({ model: { ignore_merges: true } }),
  'byte-level BPE with the pattern of GPT-2': byteLevelBpe({ preTokenizer: gpt2, normalizer: null }),
  'byte-level BPE as StarCoder': byteLevelBpe({ preTokenizer: digits, normalizer: null }),
  'BPE with ends of words': byteLevelBpe({ model: { end_of_word_suffix: '</w>', unk_token: '!' } }),
  'BPE with ends of parts': byteLevelBpe({ model: { continuing_subword_suffix: '@@', unk_token: '!' } }),
  'sentencepiece BPE with bytes': sentencePieceBpe(),
  'sentencepiece BPE that fuses unknowns': sentencePieceBpe({ byte_fallback: false }),
  'sentencepiece BPE that keeps unknowns apart': sentencePieceBpe({ byte_fallback: false, fuse_unk: false }),
  'sentencepiece BPE without an unknown token': sentencePieceBpe({ byte_fallback: false, unk_token: null }),
  WordPiece: wordPiece(),
  'WordPiece that fuses unknowns': wordPiece({ fuse_unk: true, max_input_chars_per_word: 5 }),
  Unigram: unigram(),
}

/** What traces have, and what breaks tokenizers. */
const bits = fc.oneof(
  fc.constantFrom(
    'the ',
    'and',
    ' test',
    'ing',
    'er',
    ' ',
    '  ',
    '\n',
    '\t',
    '\r\n',
    'a',
    'aaaa',
    'é',
    'e\u0301',
    '漢字',
    '👩‍👩‍👧',
    '▁',
    '▁▁',
  ),
  fc.constantFrom(
    '<|im_start|>',
    ' <think> ',
    '<s>',
    '[CLS]',
    '[UNK]',
    '<unk>',
    '<0x0A>',
    "don't",
    '12345',
    '\ud800',
    '\ufeff',
    '\u0085',
    '\0',
    'Ġ',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const texts = fc.array(bits, { maxLength: 40 }).map((parts) => parts.join(''))

describe.each(Object.entries(FILES))('%s', (_, file) => {
  const counter = counterFor(file)
  const library = libraryCount(file)

  test('counts what the library encodes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(counter.count(text)).toBe(library(text))
      }),
      { numRuns: 300 },
    )
  })

  test('counts long texts as the library does', () => {
    const words = 'the unsuspecting test of a tokenizer, 123 times in a row! '
    for (const text of [
      words.repeat(60),
      'a'.repeat(3_000),
      ' '.repeat(2_000),
      '漢'.repeat(1_000),
      '=-'.repeat(1_500),
      `x${'\n'.repeat(900)}y`,
    ])
      expect(counter.count(text), JSON.stringify(text.slice(0, 20))).toBe(library(text))
  })
})

/** Half a megabyte of what tokenizers hang on. */
const LONG: Record<string, string> = {
  'one letter': 'a'.repeat(500_000),
  blanks: ' '.repeat(500_000),
  'one unknown letter': '漢'.repeat(170_000),
  base64: Buffer.from(Array.from({ length: 375_000 }, (_, at) => (at * 7919 + (at >> 3)) & 255)).toString('base64'),
  'combining marks': `a${'\u0301\u0323'.repeat(125_000)}`,
  'special tokens': '<|im_start|>'.repeat(40_000),
}

/** Far from what it takes, and far from what hanging takes. */
const HANG_MS = 20_000

describe.each(['byte-level BPE', 'sentencepiece BPE that fuses unknowns', 'WordPiece', 'Unigram'])('%s, half a megabyte', (name) => {
  const counter = counterFor(FILES[name] ?? {})
  test.each(Object.entries(LONG))(
    'of %s does not hang',
    (_, text) => {
      expect(counter.count(text)).toSatisfy(Number.isInteger)
    },
    HANG_MS,
  )
})

test('a text of more than a million characters is counted in parts, cut after line feeds', () => {
  const file = byteLevelBpe({ normalizer: null })
  const line = `${'the test '.repeat(30)}\n`
  const lines = Math.ceil(1_200_000 / line.length)
  expect(counterFor(file).count(line.repeat(lines))).toBe(libraryCount(file)(line.repeat(lines)))
})

test('a second count is the same as the first', () => {
  const counter = counterFor(byteLevelBpe())
  const text = 'the unsuspecting <|im_start|> tokenizer'
  expect([counter.count(text), counter.count(''), counter.count(text)]).toEqual([counter.count(text), 0, counter.count(text)])
})
