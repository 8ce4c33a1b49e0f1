import { isJsonObject, type Json } from '#record'

/** A pre-tokenizer with its last step taken apart. */
export interface PreTokenizerPlan {
  /** What remains for the library. */
  preTokenizer: Json
  /** The last step only wrote bytes as letters: pieces are remembered as they stand in the text, and written so when they are new. */
  isByteLevel: boolean
}

/** Takes off a last step that cuts nothing: `ByteLevel` without its own pattern and prefix, as Llama 3, Qwen, GLM and DeepSeek have it. */
export function withoutByteLevel(preTokenizer: Json): PreTokenizerPlan {
  if (isPlainByteLevel(preTokenizer)) return { preTokenizer: null, isByteLevel: true }
  const steps = isJsonObject(preTokenizer) && preTokenizer.type === 'Sequence' ? preTokenizer.pretokenizers : null
  if (!Array.isArray(steps) || !isPlainByteLevel(steps.at(-1) ?? null)) return { preTokenizer, isByteLevel: false }
  return { preTokenizer: { type: 'Sequence', pretokenizers: steps.slice(0, -1) }, isByteLevel: true }
}

/** Whether pieces are bytes as letters, cut by the step's own pattern, as GPT-2 has it. */
export function writesLetters(preTokenizer: Json): boolean {
  if (!isJsonObject(preTokenizer)) return false
  const { type, pretokenizers } = preTokenizer
  return type === 'ByteLevel' || (Array.isArray(pretokenizers) && pretokenizers.some(writesLetters))
}

function isPlainByteLevel(step: Json): boolean {
  return isJsonObject(step) && step.type === 'ByteLevel' && step.use_regex === false && !step.add_prefix_space
}
