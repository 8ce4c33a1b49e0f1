import { findSecrets } from '#measure'

/** Longer texts are cut: a mailed file must still open. UTF-16 units. */
const LONGEST = 256 * 1024

/** So much behind the cut is looked at too, so that a secret the cut would halve is known for one. */
const BEHIND = 16 * 1024

/** A text fit to be mailed. */
export interface CleanText {
  text: string
  /** Secrets that were taken out. */
  secrets: number
  /** UTF-16 units left away at the end. */
  left: number
}

/** A text without what looks like a secret, and cut where it is very long. `isJson` texts are JSON, as arguments of calls are. */
export function cleanText(text: string, isJson = false): CleanText {
  const found = findSecrets(text.slice(0, LONGEST + BEHIND), isJson).filter(({ start }) => start < LONGEST)
  let clean = ''
  let at = 0
  for (const { kind, start, end } of found) {
    if (start < at) continue
    clean += `${text.slice(at, start)}[${kind} taken out]`
    at = end
  }
  const end = Math.max(at, Math.min(text.length, LONGEST))
  return { text: clean + text.slice(at, end), secrets: found.length, left: text.length - end }
}
