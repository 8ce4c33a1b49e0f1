import { Tokenizer } from '@huggingface/tokenizers'
import cl100k from 'js-tiktoken/ranks/cl100k_base'
import type { Json, JsonObject } from '#record'
import { byteLetters } from '../../../../../src/core/measure/tokens/file/byte-letters.ts'
import { FileCounter } from '../../../../../src/core/measure/tokens/file/file-counter.ts'
import { parseTokenizer } from '../../../../../src/core/measure/tokens/file/tokenizer-config.ts'

/** What Llama 3 and Qwen cut a text with before merging: cl100k_base's own pattern. */
const PATTERN =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"

/** A tokenizer.json with the parts every file has. */
export function aTokenizer(said: JsonObject): JsonObject {
  return { version: '1.0', added_tokens: [], normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, ...said }
}

/** A byte-level BPE as Qwen's, of cl100k_base's first ranks. */
export function byteLevelBpe(said: { tokens?: number; model?: JsonObject; preTokenizer?: Json; normalizer?: Json } = {}): JsonObject {
  const { tokens = 1_000, model = {}, normalizer = { type: 'NFC' } } = said
  const ranks = firstRanks(tokens)
  const merges = mergesOf(ranks).map(([first, second]) => `${letters(first)} ${letters(second)}`)
  const vocab = Object.fromEntries([...ranks].map(([bytes, rank]) => [letters(bytes), rank]))
  const split = { type: 'Split', pattern: { Regex: PATTERN }, behavior: 'Isolated', invert: false }
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false }
  return aTokenizer({
    normalizer,
    pre_tokenizer: said.preTokenizer === undefined ? { type: 'Sequence', pretokenizers: [split, byteLevel] } : said.preTokenizer,
    added_tokens: [
      { id: tokens, content: '<|im_start|>', special: true, normalized: false },
      { id: tokens + 1, content: '<think>', special: false, normalized: true, lstrip: true, rstrip: true },
    ],
    model: { type: 'BPE', vocab, merges, unk_token: null, ...model },
  })
}

/** A BPE over characters as sentencepiece writes Llama 2's: blanks as `▁`, unknown characters as bytes. */
export function sentencePieceBpe(said: JsonObject = {}): JsonObject {
  const merges = ['▁ t', 'h e', '▁t he', '▁ ▁', '▁▁ ▁▁', 'e r', 'i n', '▁ a', 'n d', '▁a nd', 'o n', 'a a', 'aa aa']
  const chars = [...'▁abcdefghijklmnopqrstuvwxyz.é'].filter((char) => char !== 'q')
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
  const tokens = ['<unk>', '<s>', ...bytes, ...chars, ...merges.map((merge) => merge.replace(' ', ''))]
  const replace = { type: 'Replace', pattern: { String: ' ' }, content: '▁' }
  return aTokenizer({
    normalizer: { type: 'Sequence', normalizers: [{ type: 'Prepend', prepend: '▁' }, replace] },
    added_tokens: [{ id: 1, content: '<s>', special: true, normalized: false }],
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: merges.map((merge) => merge.split(' ')),
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
      ...said,
    },
  })
}

/** A WordPiece as BERT's. */
export function wordPiece(said: JsonObject = {}): JsonObject {
  const tokens = [
    '[PAD]',
    '[UNK]',
    '[CLS]',
    ...'abcdefghijklmnoprstuvwxyz.,!',
    '##a',
    '##b',
    '##in',
    '##ing',
    '##er',
    'the',
    'test',
    'un',
    '##s',
    '##t',
  ]
  return aTokenizer({
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    added_tokens: [{ id: 2, content: '[CLS]', special: true, normalized: false }],
    model: {
      type: 'WordPiece',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      ...said,
    },
  })
}

/** A Unigram as T5's. */
export function unigram(): JsonObject {
  const tokens = ['<unk>', '▁', '▁the', '▁a', 'the', ...'abcdefghilmnoprstuvy.', 'ing', 'er', 'aa', 'aaa', 'st', '▁▁']
  return aTokenizer({
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    model: { type: 'Unigram', unk_id: 0, vocab: tokens.map((token, at) => [token, -1.37 - ((at * 7919) % 101) / 9.7]) },
  })
}

/** Our counter of a file. */
export function counterFor(file: JsonObject): FileCounter {
  return new FileCounter('test@0123456789ab', parseTokenizer(JSON.stringify(file), 'tokenizer.json'))
}

/** What the library itself gives: `encode` without special tokens around the text. */
export function libraryCount(file: JsonObject): (text: string) => number {
  const tokenizer = new Tokenizer(JSON.parse(JSON.stringify(file)) as object, {})
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length
}

/** Bytes as Latin-1 to rank. */
function firstRanks(tokens: number): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const line of cl100k.bpe_ranks.split('\n')) {
    const [, first = '', ...encoded] = line.split(' ')
    for (const [offset, token] of encoded.entries()) {
      const rank = Number(first) + offset
      if (rank < tokens) ranks.set(Buffer.from(token, 'base64').toString('latin1'), rank)
    }
  }
  return ranks
}

/** The merge behind each token of more than a byte: what merging by lower ranks leaves of it, two parts. */
function mergesOf(ranks: ReadonlyMap<string, number>): [string, string][] {
  return [...ranks].filter(([bytes]) => bytes.length > 1).map(([bytes, rank]) => partsOf(bytes, rank, ranks))
}

function partsOf(bytes: string, limit: number, ranks: ReadonlyMap<string, number>): [string, string] {
  const parts = [...bytes]
  while (parts.length > 2) {
    const pairs = parts.slice(1).map((part, at) => ranks.get(`${parts[at]}${part}`) ?? Number.POSITIVE_INFINITY)
    const best = pairs.indexOf(Math.min(...pairs))
    if ((pairs[best] ?? limit) >= limit) break
    parts.splice(best, 2, `${parts[best]}${parts[best + 1]}`)
  }
  const [first = '', second = ''] = parts
  return [first, second]
}

function letters(bytes: string): string {
  return [...bytes].map((byte) => LETTER_OF[byte.charCodeAt(0)]).join('')
}

/** A byte's letter, told by the code under test's own table for the 128 bytes that are text, and by GPT-2's rule for the others. */
const LETTER_OF = Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byteLetters(String.fromCharCode(byte)) : highLetter(byte)))

function highLetter(byte: number): string {
  if ((byte >= 0xa1 && byte <= 0xac) || byte >= 0xae) return String.fromCharCode(byte)
  const unprintableBefore = byte === 0xad ? 33 + 34 : 33 + 1 + (byte - 0x80)
  return String.fromCharCode(0x100 + unprintableBefore)
}
