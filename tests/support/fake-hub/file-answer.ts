import { type Answer, bodyOf, type Span } from './answer.ts'
import { readRange } from './read-range.ts'
import type { FakeFile } from './types.ts'

/** A file, or the range of it that was asked for: 200, 206 or 416. */
export function fileAnswer(file: FakeFile, range: string | null, headers: Record<string, string>): Answer {
  const span = readRange(range, file.size)
  if (span === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.size}` }, body: bodyOf(new Uint8Array(0)) }
  }
  return spanAnswer(file, span, headers)
}

/** The span of a file; null for all of it. */
export function spanAnswer(file: FakeFile, span: Span | null, headers: Record<string, string>): Answer {
  const { start, end } = span ?? { start: 0, end: file.size }
  const body = { length: end - start, read: (from: number, to: number) => file.read(start + from, start + to) }
  const own = { 'Content-Type': 'application/octet-stream', 'Accept-Ranges': 'bytes', ETag: `"${file.etag}"` }
  const part: Record<string, string> = span ? { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}` } : {}
  return { status: span ? 206 : 200, headers: { ...own, ...headers, ...part }, body, served: { file, span } }
}
