import type { Example } from '#record'
import { TUTORIAL_TOKENIZER } from './subject.ts'
import { counterOf } from './tokens/counter-of.ts'
import { exampleTokens } from './tokens/example-tokens.ts'
import type { MessageTokens } from './types.ts'

/** cl100k_base tokens a message, in order: what each step weighs. They sum to more than `traj_tokens`. Counted once an example. */
export function messageTokens(example: Example): readonly MessageTokens[] {
  return exampleTokens(example, counterOf(TUTORIAL_TOKENIZER)).messages
}
