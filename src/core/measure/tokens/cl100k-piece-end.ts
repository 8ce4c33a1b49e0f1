import { classAt, LETTER, LINE_END, MARK, NUMBER, OTHER, widthAt } from './char-class.ts'
import { contractionEnd, numberEnd, runEnd, whiteEnd } from './piece-end.ts'

const SIGN = MARK | OTHER
const BLANK = 0x20

/** cl100k_base's pattern as tiktoken has it: each alternative below in its order. */
export function cl100kPieceEnd(units: Uint16Array, at: number, end: number): number {
  const first = classAt(units, at)
  // [^\r\n\p{L}\p{N}]?\p{L}+
  if ((first & LETTER) !== 0) return runEnd(units, at + 1, end, LETTER)
  // \p{N}{1,3}
  if (first === NUMBER) return numberEnd(units, at, end)
  const contraction = contractionEnd(units, at, end)
  if (contraction > at) return contraction
  const second = at + widthAt(units, at)
  const next = second < end ? classAt(units, second) : 0
  if (first !== LINE_END && (next & LETTER) !== 0) return runEnd(units, second + 1, end, LETTER)
  // ` ?[^\s\p{L}\p{N}]+[\r\n]*`
  if ((first & SIGN) !== 0) return signsEnd(units, second, end)
  if (units[at] === BLANK && (next & SIGN) !== 0) return signsEnd(units, second + 1, end)
  return whiteEnd(units, at, end)
}

function signsEnd(units: Uint16Array, at: number, end: number): number {
  return runEnd(units, runEnd(units, at, end, SIGN), end, LINE_END)
}
