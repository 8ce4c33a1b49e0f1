import type { Example } from '#record'
import { messageCost } from '../tokens/full-cost.ts'
import type { ExampleTokens, Measure } from '../types.ts'
import { tokenMeasure } from './token-measure.ts'

const ROLES = ['system', 'user', 'assistant', 'tool']

/** `full_tokens` by the role of the message; with `tool_definition_tokens` they sum to it. */
export const roleTokens: readonly Measure[] = [
  ofRole('system', 'System tokens'),
  ofRole('user', 'User tokens'),
  ofRole('assistant', 'Assistant tokens'),
  ofRole('tool', 'Tool tokens'),
  tokenMeasure(
    'other_tokens',
    'Other tokens',
    'cl100k_base tokens (content, reasoning, calls) of messages of any other role than system, user, assistant and tool.',
    ({ example, tokens }) => costOf(example, tokens, (role) => !ROLES.includes(role)),
  ),
]

function ofRole(wanted: string, label: string): Measure {
  const help = `cl100k_base tokens (content, reasoning, calls) of messages whose role is ${wanted}.`
  return tokenMeasure(`${wanted}_tokens`, label, help, ({ example, tokens }) => costOf(example, tokens, (role) => role === wanted))
}

function costOf(example: Example, tokens: ExampleTokens, isWanted: (role: string) => boolean): number {
  return tokens.messages.reduce((sum, message, at) => (isWanted(example.messages[at]?.role ?? '') ? sum + messageCost(message) : sum), 0)
}
