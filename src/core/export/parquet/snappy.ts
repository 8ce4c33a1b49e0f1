import { varint } from './varint.ts'

/** Bytes compressed at a time: every place in a block fits 16 bits. */
const BLOCK = 1 << 16

const HASH_BITS = 14
const HASH_FACTOR = 0x1e35a7bd

/** Nothing is looked for so near the end of a block, where four bytes are read at once. */
const MARGIN = 15

/** Looks in vain after which one byte more is skipped each time. */
const PATIENCE = 32

/** Literals that are worth a native copy. */
const NATIVE_COPY = 64

/** Where bytes of a block were seen last, from its start on. Each block begins anew. */
const table = new Uint16Array(1 << HASH_BITS)

/**
 * Compresses bytes as Snappy (https://github.com/google/snappy/blob/main/format_description.txt), the codec that every reader of Parquet has. Equal input
 * gives equal bytes. The Parquet writer's own takes twice as long: it asks for room at every byte.
 */
export function snappy(input: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(32 + input.length + Math.ceil(input.length / 6))
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength)
  const length = varint(input.length)
  out.set(length)
  let at = length.length
  for (let start = 0; start < input.length; start += BLOCK) {
    at = block(input, view, { start, end: Math.min(start + BLOCK, input.length) }, out, at)
  }
  return out.subarray(0, at)
}

/** Writes a block from `at` on and answers where it ends: greedy, a match where the same four bytes were seen before. */
function block(input: Uint8Array, view: DataView, { start, end }: { start: number; end: number }, out: Uint8Array, from: number): number {
  table.fill(0)
  const last = end - MARGIN
  let at = from
  let written = start
  let looks = PATIENCE
  for (let place = start + 1; place <= last; ) {
    const four = view.getUint32(place, true)
    const key = keyOf(four)
    const seen = start + (table[key] ?? 0)
    table[key] = place - start
    if (view.getUint32(seen, true) !== four) {
      place += looks++ >>> 5
      continue
    }
    const matched = matchEnd(input, seen + 4, place + 4, end)
    at = copy(place - seen, matched - place, out, literal(input, written, place, out, at))
    looks = PATIENCE
    place = matched
    written = matched
    if (place <= last) table[keyOf(view.getUint32(place - 1, true))] = place - 1 - start
  }
  return literal(input, written, end, out, at)
}

function keyOf(four: number): number {
  return Math.imul(four, HASH_FACTOR) >>> (32 - HASH_BITS)
}

function matchEnd(input: Uint8Array, seen: number, place: number, end: number): number {
  let length = 0
  while (place + length < end && input[place + length] === input[seen + length]) length += 1
  return place + length
}

/** Bytes as they are: their number less one in the tag, or in one or two bytes after it. */
function literal(input: Uint8Array, from: number, to: number, out: Uint8Array, start: number): number {
  let at = start
  const rest = to - from - 1
  if (rest < 0) return at
  if (rest < 60) out[at++] = rest << 2
  else {
    out[at++] = (rest < 256 ? 60 : 61) << 2
    out[at++] = rest & 255
    if (rest >= 256) out[at++] = rest >>> 8
  }
  if (rest >= NATIVE_COPY) {
    out.set(input.subarray(from, to), at)
    return at + rest + 1
  }
  for (let place = from; place < to; place += 1) out[at++] = input[place] ?? 0
  return at
}

/** Copies of at most 64 bytes seen before; of what would leave less than the least copy of 4, only 60. */
function copy(offset: number, length: number, out: Uint8Array, start: number): number {
  let at = start
  let rest = length
  for (; rest > 64; rest -= rest >= 68 ? 64 : 60) at = longCopy(offset, rest >= 68 ? 64 : 60, out, at)
  if (rest >= 12 || offset >= 2_048) return longCopy(offset, rest, out, at)
  out[at++] = 1 | ((rest - 4) << 2) | ((offset >>> 8) << 5)
  out[at++] = offset & 255
  return at
}

function longCopy(offset: number, length: number, out: Uint8Array, start: number): number {
  out[start] = 2 | ((length - 1) << 2)
  out[start + 1] = offset & 255
  out[start + 2] = offset >>> 8
  return start + 3
}
