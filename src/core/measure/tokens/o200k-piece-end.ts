import { CASELESS, classAt, LETTER, LINE_END, LOWER, MARK, NUMBER, OTHER, UPPER, widthAt } from './char-class.ts'
import { contractionEnd, numberEnd, runEnd, whiteEnd } from './piece-end.ts'

/** What a word begins with, and what it ends with: letters without case and marks are both. */
const HEAD = UPPER | CASELESS | MARK
const TAIL = LOWER | CASELESS | MARK
const BOTH = CASELESS | MARK

const SIGN = MARK | OTHER
const BLANK = 0x20
const SLASH = 0x2f

/** o200k_base's pattern as tiktoken has it: each alternative below in its order. */
export function o200kPieceEnd(units: Uint16Array, at: number, end: number): number {
  const first = classAt(units, at)
  if (first === NUMBER) return numberEnd(units, at, end)
  const second = at + widthAt(units, at)
  const word = wordEnd(units, at, second, end)
  if (word > at) return contractionEnd(units, word, end)
  // ` ?[^\s\p{L}\p{N}]+[\r\n/]*`
  if ((first & SIGN) !== 0) return signsEnd(units, second, end)
  if (units[at] === BLANK && second < end && (classAt(units, second) & SIGN) !== 0) return signsEnd(units, second, end)
  return whiteEnd(units, at, end)
}

/**
 * `[^\r\n\p{L}\p{N}]?[HEAD]*[TAIL]+`, else `[^\r\n\p{L}\p{N}]?[HEAD]+[TAIL]*`, each with and then without its first character; `at` for none.
 * @param second where the character after the first one starts
 */
function wordEnd(units: Uint16Array, at: number, second: number, end: number): number {
  const first = classAt(units, at)
  const mayLead = (first & (LETTER | LINE_END)) === 0
  const led = mayLead ? tailedEnd(units, second, end) : second
  if (mayLead && led > second) return led
  const bare = (first & (LETTER | MARK)) === 0 ? at : tailedEnd(units, at, end)
  if (bare > at) return bare
  const start = mayLead ? second : at
  const capitals = runEnd(units, start, end, HEAD)
  return capitals > start ? capitals : at
}

/** `[HEAD]*[TAIL]+`: where the run of heads has no tail behind it, it gives back up to its last character that is both. */
function tailedEnd(units: Uint16Array, at: number, end: number): number {
  const heads = runEnd(units, at, end, HEAD)
  const tails = runEnd(units, heads, end, TAIL)
  if (tails > heads) return tails
  let last = heads
  while (last > at && (classAt(units, last - 1) & BOTH) === 0) last -= 1
  return last
}

function signsEnd(units: Uint16Array, at: number, end: number): number {
  let next = runEnd(units, at, end, SIGN)
  while (next < end && (classAt(units, next) === LINE_END || units[next] === SLASH)) next += 1
  return next
}
