import type { ExportTargetInfo } from '../types.ts'

/** Encodings that come with Winnow, as stored with every count; see `encodingOf`. */
const BUILT_IN = /^(?:cl100k|o200k)_base@\d{1,3}$/

/** What to tell of ids that no model a trainer can load reads; null where there is nothing to tell. */
export function tokenizerWarning({ needsTokenizer }: Pick<ExportTargetInfo, 'needsTokenizer'>, encoding: string): string | null {
  if (!needsTokenizer || !BUILT_IN.test(encoding)) return null
  return `Token ids are by ${encoding}, OpenAI’s own: any other model reads other text in them. Choose the tokenizer.json of the model that is trained (winnow tokenizer FILE).`
}
