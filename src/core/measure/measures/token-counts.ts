import { countTokens } from '../tokens/count-tokens.ts'
import type { Measure } from '../types.ts'

/** The tutorial's token count. */
export const trajectoryTokens: Measure = {
  id: 'traj_tokens',
  version: 1,
  label: 'Tokens',
  unit: 'tokens',
  type: 'integer',
  help: 'cl100k_base tokens of all message contents joined by line feeds: no reasoning, no calls, no template. A trainer counts more.',
  compute: ({ text }) => countTokens(text),
}

/** Tokens of the thoughts, which `traj_tokens` leaves out. */
export const reasoningTokens: Measure = {
  id: 'reasoning_tokens',
  version: 1,
  label: 'Reasoning tokens',
  unit: 'tokens',
  type: 'integer',
  help: 'cl100k_base tokens of all reasoning, which traj_tokens leaves out.',
  compute: ({ example }) => example.messages.reduce((sum, message) => sum + countTokens(message.reasoning ?? ''), 0),
}
