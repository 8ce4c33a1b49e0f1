import o200k from 'js-tiktoken/ranks/o200k_base'
import { type Encoding, encodingFrom } from './encoding.ts'

let loaded: Encoding | undefined

/** OpenAI's o200k_base. Read at first use: the ranks take a fifth of a second. */
export function o200kBase(): Encoding {
  loaded ??= encodingFrom('o200k_base', 1, o200k)
  return loaded
}
