import type { ByteRange } from '../../byte-ranges.ts'

/** What an answer's head says, as far as it matters here. */
export interface AnswerHead {
  status: number
  /** By lower-case name; null when absent. */
  header(name: string): string | null
}

/** The `Range` header that asks for it. */
export function rangeHeader({ start, end }: ByteRange): string {
  return `bytes=${start}-${end - 1}`
}

/**
 * What is wrong with the head of an answer to a ranged request of a file of `total` bytes, as the end of a sentence about its host; null when the
 * body will be exactly that range. A 200 will do where the range is the whole file.
 */
export function rangeComplaint(head: AnswerHead, range: ByteRange, total: number): string | null {
  const encoding = head.header('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') return `sends it compressed (${encoding}), though it was asked not to`
  return placeComplaint(head, range, total) ?? lengthComplaint(head, range)
}

function placeComplaint(head: AnswerHead, range: ByteRange, total: number): string | null {
  if (head.status === 200) {
    return range.start === 0 && range.end === total
      ? null
      : 'answers a request for a part with the whole file: it, or a proxy before it, does not do ranges'
  }
  if (head.status !== 206) return `answers a request for a part with status ${head.status}`
  const said = head.header('content-range') ?? 'nothing'
  const parts = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(said.trim())
  const fits =
    parts && Number(parts[1]) === range.start && Number(parts[2]) === range.end - 1 && (parts[3] === '*' || Number(parts[3]) === total)
  return fits ? null : `was asked for bytes ${range.start}-${range.end - 1}/${total} and says it sends ${said}`
}

function lengthComplaint(head: AnswerHead, range: ByteRange): string | null {
  const length = head.header('content-length')
  if (length === null || Number(length) === range.end - range.start) return null
  return `was asked for ${range.end - range.start} bytes and says it sends ${length}`
}
