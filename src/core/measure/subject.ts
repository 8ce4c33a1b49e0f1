import { parsePatch } from '#parse'
import type { Example, Patch } from '#record'
import { counterOf } from './tokens/counter-of.ts'
import { exampleTokens } from './tokens/example-tokens.ts'
import type { CheckGuard, ExampleTokens, MeasurePlan, Subject, TokenizerRef } from './types.ts'

/** What a workspace counts `model_tokens` by when nobody chose. */
export const DEFAULT_TOKENIZER: TokenizerRef = { kind: 'tiktoken', name: 'o200k_base' }

/** The seed tutorial's encoding. */
export const TUTORIAL_TOKENIZER: TokenizerRef = { kind: 'tiktoken', name: 'cl100k_base' }

/** Everything, by the default tokenizer. */
export const DEFAULT_PLAN: MeasurePlan = { tokenizer: DEFAULT_TOKENIZER, only: null }

/** What measures of one example are computed from; nothing is computed before a measure asks. */
export function subjectOf(example: Example, tokenizer: TokenizerRef = DEFAULT_TOKENIZER, guard?: CheckGuard): Subject {
  return new LazySubject(example, tokenizer, guard)
}

class LazySubject implements Subject {
  readonly example: Example
  readonly guard: CheckGuard | undefined
  readonly #tokenizer: TokenizerRef
  #patch: Patch | undefined
  #referencePatch: Patch | null | undefined

  constructor(example: Example, tokenizer: TokenizerRef, guard: CheckGuard | undefined) {
    this.example = example
    this.guard = guard
    this.#tokenizer = tokenizer
  }

  get patch(): Patch {
    this.#patch ??= parsePatch(this.example.patch ?? '')
    return this.#patch
  }

  get referencePatch(): Patch | null {
    if (this.#referencePatch === undefined)
      this.#referencePatch = this.example.referencePatch ? parsePatch(this.example.referencePatch) : null
    return this.#referencePatch
  }

  get tokens(): ExampleTokens {
    return exampleTokens(this.example, counterOf(TUTORIAL_TOKENIZER))
  }

  get modelTokens(): ExampleTokens {
    return exampleTokens(this.example, counterOf(this.#tokenizer))
  }
}
