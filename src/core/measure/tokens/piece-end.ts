import { classAt, LINE_END, NUMBER, WHITE, widthAt } from './char-class.ts'

/**
 * Where the piece that starts at `at` ends: pieces are what merges never cross. Every character belongs to one, so it is beyond `at`.
 * A loop over character classes that does what the encoding's pattern does, in linear time and without a regular expression's stack.
 * @param units text as UTF-16, ended by a unit that is no surrogate
 * @param end where the text ends: at most what lies before it is looked at
 */
export type PieceEnd = (units: Uint16Array, at: number, end: number) => number

/** Where a run of characters of some classes ends. */
export function runEnd(units: Uint16Array, at: number, end: number, wanted: number): number {
  let next = at
  while (next < end && (classAt(units, next) & wanted) !== 0) next += 1
  return next
}

/** `\p{N}{1,3}` */
export function numberEnd(units: Uint16Array, at: number, end: number): number {
  let next = at
  for (let digits = 0; digits < 3 && next < end && classAt(units, next) === NUMBER; digits += 1) next += widthAt(units, next)
  return next
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`: up to the last line end of the run; else all of it but the last character, which goes with the word behind it. */
export function whiteEnd(units: Uint16Array, at: number, end: number): number {
  const next = runEnd(units, at, end, WHITE)
  for (let last = next - 1; last >= at; last -= 1) if (classAt(units, last) === LINE_END) return last + 1
  return next === end || next === at + 1 ? next : next - 1
}

const APOSTROPHE = 0x27

/** Rust ignores case as Unicode folds it: U+017F is an s. */
const LONG_S = 0x17f

/** `(?i:'s|'t|'re|'ve|'m|'ll|'d)?`: where an English contraction at `at` ends, or `at` for none. */
export function contractionEnd(units: Uint16Array, at: number, end: number): number {
  if (at + 1 >= end || units[at] !== APOSTROPHE) return at
  const first = units[at + 1] ?? 0
  if (first === LONG_S || 'stmd'.includes(lowerCase(first))) return at + 2
  const two = at + 2 < end ? lowerCase(first) + lowerCase(units[at + 2] ?? 0) : ''
  return two === 're' || two === 've' || two === 'll' ? at + 3 : at
}

/** A basic Latin letter in lower case; anything else as something that is no letter. */
function lowerCase(unit: number): string {
  return unit < 0x80 ? String.fromCharCode(unit | 0x20) : '?'
}
