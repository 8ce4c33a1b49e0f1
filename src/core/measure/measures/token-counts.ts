import { fullCost } from '../tokens/full-cost.ts'
import { O200K_BASE } from '../tokens/o200k-base.ts'
import type { Measure } from '../types.ts'
import { tokenMeasure } from './token-measure.ts'

/** The tutorial's token count. */
export const trajectoryTokens: Measure = tokenMeasure(
  'traj_tokens',
  'Tokens',
  'cl100k_base tokens of all message contents joined by line feeds: no reasoning, no calls, no template. A trainer counts more.',
  ({ tokens }) => tokens.joined,
)

/** What a trainer that keeps everything pays before its template, and the parts that `traj_tokens` leaves out. */
export const fullTokenMeasures: readonly Measure[] = [
  tokenMeasure(
    'full_tokens',
    'Full tokens',
    'cl100k_base tokens of contents, reasoning, calls and tool definitions, without any template.',
    ({ tokens }) => fullCost(tokens),
  ),
  tokenMeasure('reasoning_tokens', 'Reasoning tokens', 'cl100k_base tokens of all reasoning, which traj_tokens leaves out.', ({ tokens }) =>
    tokens.messages.reduce((sum, { reasoning }) => sum + reasoning, 0),
  ),
  tokenMeasure(
    'call_tokens',
    'Call tokens',
    'cl100k_base tokens of the names and arguments of structured calls; calls written as text are content.',
    ({ tokens }) => tokens.messages.reduce((sum, { calls }) => sum + calls, 0),
  ),
  tokenMeasure(
    'tool_definition_tokens',
    'Definition tokens',
    "cl100k_base tokens of the row's tool definitions as JSON text, counted once.",
    ({ tokens }) => tokens.definitions,
  ),
]

/** The full cost by the tokenizer chosen for the workspace. */
export const modelTokens: Measure = tokenMeasure(
  'model_tokens',
  'Model tokens',
  'Tokens of contents, reasoning, calls and tool definitions by the tokenizer chosen for this workspace, without any template.',
  ({ modelTokens }) => fullCost(modelTokens),
  { encoding: O200K_BASE.id },
)
