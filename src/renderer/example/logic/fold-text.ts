/** What is drawn of a long text before it is opened. */
export type Folded =
  | { kind: 'whole'; text: string }
  /** `lines` counts the lines between head and tail, 0 when one line was too long; null when part of the text is not here. */
  | { kind: 'folded'; head: string; tail: string; lines: number | null; hidden: number }

/** How much stays visible. */
export interface FoldLimits {
  /** Lines before the fold. */
  head: number
  /** Lines after it. */
  tail: number
  /** A text of at most this many lines is never folded. */
  whole: number
  /** Characters kept on each side whatever the lines. */
  characters: number
}

/** Results and messages: the start says what it is, the end how it ended. */
export const RESULT_LIMITS: FoldLimits = { head: 8, tail: 8, whole: 24, characters: 1600 }
/** System messages: a glance. */
export const PROMPT_LIMITS: FoldLimits = { head: 3, tail: 0, whole: 3, characters: 360 }
/** The task: its first paragraphs, for everything after is judged by it. */
export const TASK_LIMITS: FoldLimits = { head: 16, tail: 0, whole: 20, characters: 1400 }
/** Commands and edits: what is done should be readable without a click. */
export const CALL_LIMITS: FoldLimits = { head: 24, tail: 6, whole: 40, characters: 4000 }

/**
 * Decides what of a text shows while it is folded.
 *
 * @param size whole length in UTF-16 units; larger than the text's own when it came cut, and then no tail is known.
 */
export function foldText(text: string, size: number, limits: FoldLimits): Folded {
  const isCut = size > text.length
  const lines = countLines(text)
  if (!isCut && lines <= limits.whole && text.length <= limits.characters * 2) return { kind: 'whole', text }
  const headEnd = Math.min(lineEnd(text, limits.head), limits.characters, text.length)
  const tailStart = isCut || limits.tail === 0 ? text.length : Math.max(tailAt(text, limits.tail), text.length - limits.characters, headEnd)
  if (headEnd >= tailStart && !isCut) return { kind: 'whole', text }
  const middle = text.slice(headEnd, tailStart)
  const hidden = size - headEnd - (text.length - tailStart)
  return {
    kind: 'folded',
    head: text.slice(0, text[headEnd] === '\n' && text[headEnd - 1] === '\r' ? headEnd - 1 : headEnd),
    tail: text.slice(tailStart),
    lines: isCut ? null : Math.max(0, countLines(middle) - 1),
    hidden,
  }
}

/** Lines of a text; a final line feed does not begin another. */
export function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Offset where line `count` ends, before its line feed. */
function lineEnd(text: string, count: number): number {
  let at = -1
  for (let i = 0; i < count; i++) {
    at = text.indexOf('\n', at + 1)
    if (at === -1) return text.length
  }
  return at
}

/** Offset where the last `count` lines begin. */
function tailAt(text: string, count: number): number {
  let at = text.endsWith('\n') ? text.length - 1 : text.length
  for (let i = 0; i < count; i++) {
    if (at <= 0) return 0
    at = text.lastIndexOf('\n', at - 1)
    if (at === -1) return 0
  }
  return at + 1
}
