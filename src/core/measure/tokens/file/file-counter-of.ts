import type { TextCounter, TokenizerRef } from '../../types.ts'
import { encodingOf } from '../encoding-of.ts'
import { chosenCounter } from './read-tokenizer.ts'

/** The last one asked for: a workspace counts by one, and a vocabulary takes tens of megabytes. */
let kept: { key: string; counter: TextCounter } | undefined

/**
 * The counter of a chosen file, read at first use and kept until another one is asked for.
 * @throws FaultError `not-found` when the file is gone or another one by now, `bad-input` when it is no tokenizer
 */
export function fileCounterOf(ref: Extract<TokenizerRef, { kind: 'file' }>): TextCounter {
  const key = JSON.stringify([ref.name, ref.path, ref.sha256])
  if (kept?.key !== key) kept = { key, counter: chosenCounter(ref, encodingOf(ref)) }
  return kept.counter
}
