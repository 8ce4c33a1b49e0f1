import type { JoinedCount } from '../types.ts'
import { classAt, WHITE } from './char-class.ts'
import type { PieceEnd } from './piece-end.ts'
import { textUnits } from './text-units.ts'

/** Tokens of the piece from `from` to before `to`. */
type CountPiece = (units: Uint16Array, from: number, to: number) => number

/**
 * Tokens of each text alone, and of all joined by line feeds, at little more than the cost of one of them. What a piece is depends on its
 * start and on what follows up to the next character that is not white space (or the end of a run that a line feed ends like the end of
 * the text does). So two walks, one over each text alone and one over the whole, share every piece that both begin at the same place and
 * that ends before the last such character of its text; where they part, at the seams, each goes on by itself until they meet again.
 */
export function countJoined(texts: readonly string[], pieceEnd: PieceEnd, countPiece: CountPiece): JoinedCount {
  const whole = texts.join('\n')
  const units = textUnits(whole)
  const each: number[] = []
  let joined = 0
  let at = 0
  const goOn = (until: number): void => {
    while (at < until) {
      const next = pieceEnd(units, at, whole.length)
      joined += countPiece(units, at, next)
      at = next
    }
  }
  let start = 0
  for (const { length } of texts) {
    const end = start + length
    const solid = lastSolid(units, start, end)
    let alone = 0
    for (let from = start; from < end; ) {
      goOn(from)
      const next = pieceEnd(units, from, end)
      const tokens = countPiece(units, from, next)
      alone += tokens
      if (at === from && next <= solid) {
        joined += tokens
        at = next
      }
      from = next
    }
    each.push(alone)
    start = end + 1
  }
  goOn(whole.length)
  return { each, joined }
}

/** Place of the last code unit that is no white space, or the start. */
function lastSolid(units: Uint16Array, start: number, end: number): number {
  let last = end - 1
  while (last > start && (classAt(units, last) & WHITE) !== 0) last -= 1
  return last
}
