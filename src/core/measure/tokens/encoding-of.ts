import type { TokenizerRef } from '../types.ts'
import { CL100K_BASE } from './cl100k-base.ts'
import { O200K_BASE } from './o200k-base.ts'

/** Hex digits of a file's sha256 that tell one file from another of its name. */
export const SHA_DIGITS = 12

/** What is stored with every count of a tokenizer: `o200k_base@1`, `Qwen3-8B@0123456789ab`. Nothing is loaded to say it. */
export function encodingOf(ref: TokenizerRef): string {
  if (ref.kind === 'file') return `${ref.name}@${ref.sha256.slice(0, SHA_DIGITS)}`
  return ref.name === 'cl100k_base' ? CL100K_BASE.id : O200K_BASE.id
}
