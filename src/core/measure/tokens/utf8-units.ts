import { pointAt, widthAt } from './char-class.ts'

const REPLACEMENT = 0xfffd

/** What every piece but monstrous ones is written to. */
const kept = new Uint16Array(4096)

/** UTF-8 of a stretch of text, one byte in each unit; a lone surrogate is U+FFFD, as everywhere in tiktoken. Valid until the next call. */
export function utf8Units(units: Uint16Array, from: number, to: number): Uint16Array {
  const bytes = 3 * (to - from) <= kept.length ? kept : new Uint16Array(3 * (to - from))
  let used = 0
  for (let at = from; at < to; at += widthAt(units, at)) used = writePoint(bytes, used, pointAt(units, at))
  return bytes.subarray(0, used)
}

function writePoint(bytes: Uint16Array, at: number, found: number): number {
  const point = found >= 0xd800 && found <= 0xdfff ? REPLACEMENT : found
  const more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
  bytes[at] = more === 0 ? point : ((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more))
  for (let left = more - 1; left >= 0; left -= 1) bytes[at + more - left] = 0x80 | ((point >> (6 * left)) & 0x3f)
  return at + more + 1
}
