import { type Answer, type Body, redirect, refusal, storageRefusal } from './answer.ts'
import { spanAnswer } from './file-answer.ts'
import type { Chance } from './rule-book.ts'
import type { Mishap } from './types.ts'

/** The answer as a mishap changes it. What happens to the connection rather than to the answer is left to `send`. */
export function spoil(mishap: Mishap | null, { answer, host }: Chance): Answer {
  switch (mishap?.kind) {
    case 'status':
      return failure(mishap.status, mishap.retryAfter)
    case 'missing':
      return host === 'hub'
        ? refusal(404, 'EntryNotFound', 'Entry not found')
        : storageRefusal(404, 'NoSuchKey', 'The specified key does not exist.')
    case 'redirect':
      return redirect(302, mishap.to, answer.headers)
    case 'other-etag':
      return { ...answer, headers: withEtag(answer.headers, mishap.etag) }
    case 'ignore-range':
      return wholeFile(answer)
    case 'wrong-length':
      return wrongLength(answer, mishap.by)
    default:
      return answer
  }
}

/** What a host says that cannot, for now. */
export function failure(status: number, retryAfter?: number): Answer {
  const spoken =
    status === 429 ? refusal(429, null, 'We had to rate limit you. Retry later.') : refusal(status, null, 'Something went wrong')
  return { ...spoken, headers: { ...spoken.headers, ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) } }
}

function withEtag(headers: Record<string, string>, etag: string): Record<string, string> {
  const other = Object.keys(headers).filter((name) => name === 'ETag' || name === 'X-Linked-ETag')
  return { ...headers, ...Object.fromEntries(other.map((name) => [name, `"${etag}"`])) }
}

function wholeFile(answer: Answer): Answer {
  if (!answer.served) return answer
  const { 'Content-Range': _, ...headers } = answer.headers
  return spanAnswer(answer.served.file, null, headers)
}

/** A body of another length that its own headers agree with; what there is no more of the file is zeros. */
function wrongLength(answer: Answer, by: number): Answer {
  const length = Math.max(0, answer.body.length + by)
  const span = answer.served?.span
  const range = span && { 'Content-Range': `bytes ${span.start}-${span.start + length - 1}/${answer.served?.file.size}` }
  return { ...answer, headers: { ...answer.headers, ...range }, body: resized(answer.body, length) }
}

function resized(body: Body, length: number): Body {
  return {
    length,
    async read(start, end) {
      const bytes = new Uint8Array(end - start)
      if (start < body.length) bytes.set(await body.read(start, Math.min(end, body.length)))
      return bytes
    },
  }
}
