import type { TextEncoder, TokenizerRef } from '../types.ts'
import { CL100K_BASE } from './cl100k-base.ts'
import { encodingOf } from './encoding-of.ts'
import { chosenEncoder } from './file/read-tokenizer.ts'
import { O200K_BASE } from './o200k-base.ts'
import { RankEncoder } from './rank-encoder.ts'

/** The last one asked for: a workspace has one, and a vocabulary takes tens of megabytes. */
let kept: { key: string; encoder: TextEncoder | null } | undefined

/**
 * The encoder of a tokenizer, made at first use and kept until another is asked for; null where its model is of a kind that only counts (all but
 * byte-pair ones).
 *
 * @throws FaultError `not-found` or `bad-input` for a file that is gone, changed or no tokenizer
 */
export function encoderOf(ref: TokenizerRef): TextEncoder | null {
  const key = JSON.stringify(ref)
  if (kept?.key !== key) kept = { key, encoder: madeEncoder(ref) }
  return kept.encoder
}

function madeEncoder(ref: TokenizerRef): TextEncoder | null {
  if (ref.kind === 'file') return chosenEncoder(ref, encodingOf(ref))
  return new RankEncoder(ref.name === 'cl100k_base' ? CL100K_BASE : O200K_BASE)
}
