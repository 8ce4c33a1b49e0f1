import { counterOf } from './counter-of.ts'

/**
 * Number of cl100k_base tokens of a text, equal to tiktoken's `encode_ordinary`. Near-linear for any text. Letters that Unicode added after
 * tiktoken's tables were made are cut as the runtime's own tables say.
 */
export function countTokens(text: string): number {
  return counterOf({ kind: 'tiktoken', name: 'cl100k_base' }).count(text)
}
