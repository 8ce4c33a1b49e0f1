import type { Evidence, Example, TextPlace } from '#record'
import { cutQuote } from './cut-quote.ts'
import { textOf } from './place-evidence.ts'

/** One of an example's texts. */
export type TextRef = Pick<TextPlace, 'messageIndex' | 'field' | 'call'>

/** A place with what stands there. */
export type Cited = { at: TextPlace; quote: string }

/** The arguments text of a call. */
export function argumentsOf(messageIndex: number, call: number): TextRef {
  return { messageIndex, field: 'arguments', call }
}

/** What a message says. */
export function contentOf(messageIndex: number): TextRef {
  return { messageIndex, field: 'content', call: null }
}

/** The agent's diff. */
export const PATCH_TEXT: TextRef = { messageIndex: null, field: 'patch', call: null }

/** A piece of a text with its quote; without offsets the whole text. */
export function cite(example: Example, text: TextRef, start = 0, end = Number.POSITIVE_INFINITY): Cited {
  const { messageIndex, field, call } = text
  const whole = textOf(example, { ...text, start: 0, end: 0 }) ?? ''
  const last = Math.min(end, whole.length)
  return { at: { messageIndex, field, call, start, end: last }, quote: cutQuote(whole.slice(start, last)) }
}

/** How many pieces of evidence are of some kinds. */
export function countKinds(evidence: readonly Evidence[], ...kinds: readonly string[]): number {
  return evidence.filter(({ kind }) => kinds.includes(kind)).length
}
