import { stepsOf } from '#parse'
import { fullCost, messageCost } from '../tokens/full-cost.ts'
import type { Measure, Subject } from '../types.ts'
import { tokenMeasure } from './token-measure.ts'

/** What ChatML writes about a message: `<|im_start|>`, the role, a line feed, `<|im_end|>`, a line feed. */
const MESSAGE_OVERHEAD = 5

/** What Hermes' and Qwen's templates write about a call: two marks, and the 9 tokens of `{"name": "", "arguments": }` in its line feeds. */
const CALL_OVERHEAD = 11

/** Cost by turn and by step, and what a template would add. */
export const turnTokens: readonly Measure[] = [
  tokenMeasure(
    'tokens_per_turn',
    'Tokens a turn',
    'assistant_tokens divided by the number of assistant messages; empty without any.',
    ({ example, tokens }) => {
      const turns = tokens.messages.filter((_, at) => example.messages[at]?.role === 'assistant')
      return turns.length === 0 ? null : turns.reduce((sum, turn) => sum + messageCost(turn), 0) / turns.length
    },
    { type: 'real' },
  ),
  tokenMeasure(
    'largest_step_tokens',
    'Largest step',
    'cl100k_base tokens (content, reasoning, calls) of the costliest step: an assistant message with its results; empty without any.',
    largestStep,
  ),
  tokenMeasure(
    'template_tokens_estimate',
    'With template (estimate)',
    `An estimate: full_tokens, and ${MESSAGE_OVERHEAD} for each message and ${CALL_OVERHEAD} for each structured call, about what a ChatML template adds.`,
    ({ example, tokens }) => {
      const calls = example.messages.flatMap((message) => message.calls).filter((call) => call.protocol === 'structured').length
      return fullCost(tokens) + MESSAGE_OVERHEAD * tokens.messages.length + CALL_OVERHEAD * calls
    },
  ),
]

function largestStep({ example, tokens }: Subject): number | null {
  const costs = tokens.messages.map(messageCost)
  return stepsOf(example.messages).reduce<number | null>((largest, { messageIndex, resultIndexes }) => {
    const cost = [messageIndex, ...resultIndexes].reduce((sum, index) => sum + (costs[index] ?? 0), 0)
    return Math.max(largest ?? 0, cost)
  }, null)
}
