import cl100k from 'js-tiktoken/ranks/cl100k_base'
import { type Encoding, encodingFrom } from './encoding.ts'

let loaded: Encoding | undefined

/** OpenAI's cl100k_base, what the seed tutorial counts with. Read at first use: the ranks take a tenth of a second. */
export function cl100kBase(): Encoding {
  loaded ??= encodingFrom('cl100k_base', 1, cl100k)
  return loaded
}
