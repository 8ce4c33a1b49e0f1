import type { ExampleTokens, Measure } from '../types.ts'

/** The tutorial's token count. */
export const trajectoryTokens: Measure = {
  id: 'traj_tokens',
  version: 1,
  label: 'Tokens',
  unit: 'tokens',
  type: 'integer',
  group: 'tokens',
  encoding: 'cl100k_base@1',
  help: 'cl100k_base tokens of all message contents joined by line feeds: no reasoning, no calls, no template. A trainer counts more.',
  compute: ({ tokens }) => tokens.joined,
}

/** Tokens of the thoughts, which `traj_tokens` leaves out. */
export const reasoningTokens: Measure = {
  id: 'reasoning_tokens',
  version: 1,
  label: 'Reasoning tokens',
  unit: 'tokens',
  type: 'integer',
  group: 'tokens',
  encoding: 'cl100k_base@1',
  help: 'cl100k_base tokens of all reasoning, which traj_tokens leaves out.',
  compute: ({ tokens }) => tokens.messages.reduce((sum, { reasoning }) => sum + reasoning, 0),
}

/** What a trainer that keeps everything pays, before its template. */
export const fullTokens: Measure = {
  id: 'full_tokens',
  version: 1,
  label: 'Full tokens',
  unit: 'tokens',
  type: 'integer',
  group: 'tokens',
  encoding: 'cl100k_base@1',
  help: 'cl100k_base tokens of contents, reasoning, calls and tool definitions, without any template.',
  compute: ({ tokens }) => fullCost(tokens),
}

/** The same by the tokenizer chosen for the workspace. */
export const modelTokens: Measure = {
  id: 'model_tokens',
  version: 1,
  label: 'Model tokens',
  unit: 'tokens',
  type: 'integer',
  group: 'tokens',
  encoding: 'o200k_base@1',
  help: 'Tokens of contents, reasoning, calls and tool definitions by the tokenizer chosen for this workspace, without any template.',
  compute: ({ modelTokens }) => fullCost(modelTokens),
}

function fullCost({ messages, definitions }: ExampleTokens): number {
  return messages.reduce((sum, { content, reasoning, calls }) => sum + content + reasoning + calls, definitions)
}
