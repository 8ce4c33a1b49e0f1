import type { Example, Message } from '#record'
import { countTokens } from './tokens/count-tokens.ts'

const known = new WeakMap<Example, number[]>()

/**
 * cl100k_base tokens a message, in order: content, reasoning, and the name and arguments of structured calls (calls written as text are
 * content already). So they show what a step weighs, and sum to more than `traj_tokens`. Counted once an example.
 */
export function messageTokens(example: Example): readonly number[] {
  const tokens = known.get(example) ?? example.messages.map(tokensOf)
  known.set(example, tokens)
  return tokens
}

function tokensOf(message: Message): number {
  const calls = message.calls.filter((call) => call.protocol === 'structured').flatMap((call) => [call.name, call.argumentsText])
  return [message.content, message.reasoning ?? '', ...calls].reduce((sum, text) => sum + countTokens(text), 0)
}
