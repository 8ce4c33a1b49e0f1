import { type ByteRange, mergeRanges } from '../../src/core/source/byte-ranges.ts'
import type { Bytes } from '../../src/core/source/bytes.ts'

/** Bytes in memory that remember what was asked of them. */
export interface CountingBytes extends Bytes {
  asked: ByteRange[]
}

/** See {@link CountingBytes}. */
export function countingBytes(content: Uint8Array): CountingBytes {
  const asked: ByteRange[] = []
  const slice = async (start: number, end: number): Promise<Uint8Array> => {
    asked.push({ start, end })
    return content.slice(start, end)
  }
  return { length: content.length, slice, asked }
}

/** The asked ranges that no range of a plan covers. */
export function unplanned(asked: readonly ByteRange[], plan: readonly ByteRange[]): ByteRange[] {
  const covered = mergeRanges(plan)
  return asked.filter(({ start, end }) => !covered.some((range) => range.start <= start && end <= range.end))
}
