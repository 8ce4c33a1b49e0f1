import { Tiktoken } from 'js-tiktoken/lite'
import cl100k from 'js-tiktoken/ranks/cl100k_base'
import o200k from 'js-tiktoken/ranks/o200k_base'
import { parseRow } from '#parse'
import type { Message } from '#record'
import { cl100kPieceEnd } from '../../src/core/measure/tokens/cl100k-piece-end.ts'
import { type Encoding, encoding } from '../../src/core/measure/tokens/encoding.ts'
import { o200kPieceEnd } from '../../src/core/measure/tokens/o200k-piece-end.ts'
import { TokenCounter } from '../../src/core/measure/tokens/token-counter.ts'
import { sharedFiles, sharedRows } from '../support/shared-rows.ts'
import type { Figure } from './figure.ts'
import { hostileTexts } from './hostile-texts.ts'

const ENCODINGS = [
  { name: 'cl100k_base', ranks: cl100k, fresh: () => encoding('cl100k_base', cl100kPieceEnd, cl100k.bpe_ranks) },
  { name: 'o200k_base', ranks: o200k, fresh: () => encoding('o200k_base', o200kPieceEnd, o200k.bpe_ranks) },
]

/** js-tiktoken's own encode is given every so many-th text: it takes a minute for all. */
const SAMPLE = 12

/** Every text of every message of the current release, counted from a cold start and again, and the longest that a hostile megabyte takes. */
export function countTokens(): Figure[] {
  const texts = sharedFiles('r3').flatMap(sharedRows).flatMap(textsOfRow)
  return ENCODINGS.flatMap(({ name, ranks, fresh }) => {
    const theirs = theirRate(new Tiktoken(ranks), texts)
    return [...ourRates(name, fresh, texts, theirs), loading(name, ranks, fresh), worst(name, fresh())]
  })
}

function ourRates(name: string, fresh: () => Encoding, texts: readonly string[], theirs: number): Figure[] {
  const loaded = fresh()
  const withRanks = rate(texts, () => countAll(new TokenCounter(fresh()), texts))
  loaded.tokens()
  const counter = new TokenCounter(loaded)
  const cold = rate(texts, () => countAll(counter, texts))
  const warm = rate(texts, () => countAll(counter, texts))
  const figure = (what: string, ours: number): Figure => ({
    what: `tokens by ${name}, ${what}`,
    value: `${ours.toFixed(1)} MB/s, ${(ours / theirs).toFixed(0)} times as much`,
    baseline: `js-tiktoken's encode, every ${SAMPLE}th text of the same`,
    baselineValue: `${theirs.toFixed(2)} MB/s`,
    ratio: theirs / ours,
  })
  return [figure('cold, reading the ranks included', withRanks), figure('cold, with nothing remembered', cold), figure('warm', warm)]
}

function loading(name: string, ranks: typeof cl100k, fresh: () => Encoding): Figure {
  const ours = milliseconds(() => fresh().tokens())
  const theirs = milliseconds(() => new Tiktoken(ranks))
  return {
    what: `reading the ranks of ${name}`,
    value: `${ours.toFixed(0)} ms`,
    baseline: 'js-tiktoken reads them',
    baselineValue: `${theirs.toFixed(0)} ms`,
    ratio: ours / theirs,
  }
}

function worst(name: string, fresh: Encoding): Figure {
  const counter = new TokenCounter(fresh)
  const times = Object.entries(hostileTexts()).map(([what, text]) => ({ what, ms: milliseconds(() => counter.count(text)) }))
  const slowest = times.reduce((a, b) => (b.ms > a.ms ? b : a))
  return {
    what: `the slowest of ${times.length} hostile texts of 1 MB by ${name}: ${slowest.what}`,
    value: `${slowest.ms.toFixed(0)} ms`,
    baseline: 'the bound',
    baselineValue: '1000 ms',
    ratio: slowest.ms / 1000,
  }
}

/** js-tiktoken takes the names of special tokens for what they are, unless told not to. */
function theirRate(encoder: Tiktoken, texts: readonly string[]): number {
  const some = texts.filter((_, at) => at % SAMPLE === 0)
  return rate(some, () => {
    for (const text of some) encoder.encode(text, [], [])
  })
}

function countAll(counter: TokenCounter, texts: readonly string[]): void {
  for (const text of texts) counter.count(text)
}

/** MB of UTF-8 a second. */
function rate(texts: readonly string[], work: () => unknown): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return bytes / 1000 / milliseconds(work)
}

/** Of the processor: what else the machine does is left out of it. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function textsOfRow(value: ReturnType<typeof sharedRows>[number], row: number): string[] {
  const ref = { sourceId: 'bench', uri: '', revision: null, file: '', row }
  const parsed = parseRow({ ref, hints: { config: null, split: null }, value })
  return parsed.kind === 'example' ? parsed.example.messages.flatMap(textsOf) : []
}

function textsOf({ content, reasoning, calls }: Message): string[] {
  return [content, reasoning ?? '', ...calls.flatMap((call) => [call.name, call.argumentsText])]
}
