import type { TextCounter, TokenizerRef } from '../types.ts'
import { CL100K_BASE } from './cl100k-base.ts'
import { fileCounterOf } from './file/file-counter-of.ts'
import { O200K_BASE } from './o200k-base.ts'
import { TokenCounter } from './token-counter.ts'

const ENCODINGS = { cl100k_base: CL100K_BASE, o200k_base: O200K_BASE }

const counters = new Map<string, TextCounter>()

/**
 * The counter of a tokenizer, made at first use and kept.
 *
 * @throws FaultError `not-found` or `bad-input` for a file that is gone, changed or no tokenizer
 */
export function counterOf(ref: TokenizerRef): TextCounter {
  if (ref.kind === 'file') return fileCounterOf(ref)
  const known = counters.get(ref.name) ?? new TokenCounter(ENCODINGS[ref.name])
  counters.set(ref.name, known)
  return known
}
