/** What the encodings' patterns tell characters apart by: one bit each. */
export const UPPER = 1
export const LOWER = 2
/** Letters without case, and modifiers: `Lo`, `Lm`. */
export const CASELESS = 4
export const MARK = 8
export const NUMBER = 16
/** Unicode White_Space but for the two of {@link LINE_END}. */
const SPACE = 32
/** CR and LF. */
export const LINE_END = 64
/** Punctuation, symbols, controls, what is not assigned, and lone surrogates. */
export const OTHER = 128

export const LETTER = UPPER | LOWER | CASELESS
export const WHITE = SPACE | LINE_END

/** Rust's `\s` is Unicode White_Space; JavaScript's has U+FEFF in it and U+0085 not. */
const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [LINE_END, /[\r\n]/u],
  [SPACE, /\p{White_Space}/u],
  [UPPER, /[\p{Lu}\p{Lt}]/u],
  [LOWER, /\p{Ll}/u],
  [CASELESS, /[\p{Lm}\p{Lo}]/u],
  [MARK, /\p{M}/u],
  [NUMBER, /\p{N}/u],
]

/** Classes by code point, 0 for one that was not met yet. Code units of surrogates stay 0: their class is that of the pair. */
const classes = new Uint8Array(0x110000)

/**
 * Class of the character that a UTF-16 code unit belongs to; both halves of a pair have the class of the pair.
 * @param units text, ended by a unit that is no surrogate
 */
export function classAt(units: Uint16Array, at: number): number {
  return classes[units[at] ?? 0] || classOfPoint(pointAt(units, at))
}

function classOfPoint(point: number): number {
  if (point >= 0xd800 && point <= 0xdfff) return OTHER
  const known = classes[point] ?? OTHER
  if (known !== 0) return known
  const character = String.fromCodePoint(point)
  const found = PATTERNS.find(([, pattern]) => pattern.test(character))?.[0] ?? OTHER
  classes[point] = found
  return found
}

/** The code point a unit belongs to; a lone surrogate is its own. */
export function pointAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0
  if (isHigh(unit)) return isLow(units[at + 1] ?? 0) ? pointOf(unit, units[at + 1] ?? 0) : unit
  if (!isLow(unit) || at === 0) return unit
  return isHigh(units[at - 1] ?? 0) ? pointOf(units[at - 1] ?? 0, unit) : unit
}

/** Code units of the character that starts at `at`: 2 for a pair of surrogates. */
export function widthAt(units: Uint16Array, at: number): number {
  return isHigh(units[at] ?? 0) && isLow(units[at + 1] ?? 0) ? 2 : 1
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}

function pointOf(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)
}
