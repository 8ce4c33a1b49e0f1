import type { MeasureInfo } from '#record'
import { measures } from './measures.ts'

/** What every measure says of itself, in table order; token counts by the default tokenizer. */
export const MEASURE_INFO: readonly MeasureInfo[] = measures.map(({ compute: _, ...info }) => info)

/** The measure counted by the tokenizer that a workspace chose. */
export const MODEL_TOKENS = 'model_tokens'

/** The same where `model_tokens` is counted by another encoding, `Name@version`. */
export function measureInfoFor(encoding: string): readonly MeasureInfo[] {
  return MEASURE_INFO.map((info) => (info.id === MODEL_TOKENS ? { ...info, encoding } : info))
}
