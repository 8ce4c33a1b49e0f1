import type { Detail } from '../../types.ts'

type Redaction = Detail['edits']['redactions'][number]

/** A piece of a text that is covered, and the words that stand for it. */
export interface Cover {
  start: number
  end: number
  replacement: string
}

/**
 * Covers stand in for redacted text on the way to the screen: as many noncharacters (U+FDD0 to U+FDEF, which no text may hold) as the text had units, so
 * that every offset stays true, one letter for each of the words that stand in its place. `MarkedText` draws a run of them as those words in a box.
 */
const FIRST = 0xfdd0
const LETTERS = 32
const COVERS = /[\ufdd0-\ufdef]+/g

/** The words of an example's redactions, each once: what the letters mean. Of more than 32 the last stands for all others. */
export function wordsOf(redactions: readonly Redaction[]): string[] {
  return [...new Set(redactions.map(({ replacement }) => replacement))].slice(0, LETTERS)
}

/** A text, or the piece of it from `offset` on, with what is redacted covered. Noncharacters of its own become U+FFFD. */
export function coverText(text: string, covers: readonly Cover[], words: readonly string[], offset = 0): string {
  if (covers.length === 0) return text
  const pieces: string[] = []
  let from = 0
  for (const { start, end, replacement } of covers.toSorted((a, b) => a.start - b.start)) {
    const first = Math.min(Math.max(start - offset, from), text.length)
    const last = Math.min(Math.max(end - offset, first), text.length)
    pieces.push(text.slice(from, first).replace(COVERS, bare), letterOf(replacement, words).repeat(last - first))
    from = last
  }
  return pieces.join('') + text.slice(from).replace(COVERS, bare)
}

/** Texts covered wherever they stand in another, for what is told of a call without its offsets. */
export function coverTexts(text: string, gone: readonly { text: string; replacement: string }[], words: readonly string[]): string {
  return gone.reduce(
    (rest, one) => (one.text === '' ? rest : rest.replaceAll(one.text, letterOf(one.replacement, words).repeat(one.text.length))),
    text,
  )
}

/** A covered text as it is read: the words in the place of each cover. */
export function readCovered(text: string, words: readonly string[]): string {
  return text.replace(COVERS, (run) => [...new Set(run)].map((letter) => wordOf(letter, words)).join(''))
}

/** Splits a covered text into what is drawn as it is and what is drawn as words in a box. */
export function splitCovers(text: string, words: readonly string[]): { text: string; isCover: boolean }[] {
  const parts: { text: string; isCover: boolean }[] = []
  let from = 0
  for (const { index, 0: run } of text.matchAll(COVERS)) {
    if (index > from) parts.push({ text: text.slice(from, index), isCover: false })
    parts.push({ text: readCovered(run, words), isCover: true })
    from = index + run.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), isCover: false })
  return parts
}

function letterOf(replacement: string, words: readonly string[]): string {
  const index = words.indexOf(replacement)
  return String.fromCharCode(FIRST + (index === -1 ? LETTERS - 1 : index))
}

function wordOf(letter: string, words: readonly string[]): string {
  return words[letter.charCodeAt(0) - FIRST] ?? words.at(-1) ?? ''
}

function bare(run: string): string {
  return '\ufffd'.repeat(run.length)
}
