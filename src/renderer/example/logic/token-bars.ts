import type { OutlineEntry, StepMark } from './outline.ts'
import type { StepTokens } from './token-parts.ts'

/** A bar of the tokens-a-step picture: one step, or several when there are more steps than bars. */
export interface TokenBar {
  /** Message of its largest step: where a click leads. */
  message: number
  lastMessage: number
  /** Largest tokens of its steps. */
  tokens: number
  /** What that step spends them on. */
  tokenParts: StepTokens
  /** The strongest of its steps' marks. */
  mark: StepMark
}

const STRENGTH: readonly StepMark[] = ['plain', 'finish', 'edit', 'test', 'error']

/** Puts steps into at most `bars` bars of equally many steps, in order. */
export function tokenBars(entries: readonly OutlineEntry[], bars: number): TokenBar[] {
  const perBar = Math.max(1, Math.ceil(entries.length / bars))
  const result: TokenBar[] = []
  for (let from = 0; from < entries.length; from += perBar) {
    const group = entries.slice(from, from + perBar)
    const largest = group.reduce((a, b) => (b.tokens > a.tokens ? b : a))
    const mark = group.reduce<StepMark>((strongest, entry) => stronger(strongest, entry.mark), 'plain')
    const { message, tokens, tokenParts } = largest
    result.push({ message, lastMessage: group.at(-1)?.message ?? message, tokens, tokenParts, mark })
  }
  return result
}

function stronger(a: StepMark, b: StepMark): StepMark {
  return STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a
}
