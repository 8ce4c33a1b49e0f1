import { formatCount } from '../../widgets/format-number.ts'
import type { MessageView } from '../types.ts'

/** What a step costs, by what it is spent on: the turn's own parts, and its results. */
export interface StepTokens {
  content: number
  reasoning: number
  calls: number
  results: number
}

/** The tokens of a turn with its results. */
export function stepTokens(turn: MessageView, results: readonly MessageView[]): StepTokens {
  return { ...turn.tokenParts, results: results.reduce((sum, result) => sum + result.tokens, 0) }
}

/** "content 120, reasoning 40": the parts that cost something, in that order; empty for nothing. */
export function tokenWords(parts: Partial<StepTokens>): string {
  const { content = 0, reasoning = 0, calls = 0, results = 0 } = parts
  return Object.entries({ content, reasoning, calls, results })
    .filter(([, tokens]) => tokens > 0)
    .map(([part, tokens]) => `${part} ${formatCount(tokens)}`)
    .join(', ')
}
