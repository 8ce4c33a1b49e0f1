/** The tokenizer that `model_tokens` is counted by, as it crosses the contract. */
import { z } from 'zod'

export const tokenizerInfo = z.object({
  kind: z.enum(['tiktoken', 'file']),
  /** `o200k_base`, `cl100k_base`, or the name of the model whose file it is. */
  name: z.string(),
  /** Name and version as stored with every count: `o200k_base@1`, `Qwen3-8B@` and 12 digits of the file's sha256. */
  encoding: z.string(),
  /** Measured examples that have no count by it yet. */
  lacking: z.number(),
})

/** `o200k_base`, `cl100k_base`, or the path of a Hugging Face `tokenizer.json` on the host's machine. */
export const useTokenizerInput = z.object({ tokenizer: z.string().min(1) })
