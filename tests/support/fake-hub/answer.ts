import type { FakeFile } from './types.ts'

/** Bytes that are made when they are sent. */
export interface Body {
  length: number
  read(start: number, end: number): Promise<Uint8Array>
}

/** Bytes `start` up to `end` (exclusive). */
export interface Span {
  start: number
  end: number
}

/** What a host says to one request, before anything goes wrong. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Body
  /** Which file the body is, and which part of it when a range was asked for. */
  served?: { file: FakeFile; span: Span | null }
}

/** A request without its socket. */
export interface Ask {
  method: string
  url: URL
  /** The token of `Authorization: Bearer`, `''` for any other authorization, null for none. */
  token: string | null
  range: string | null
  accept: string
  text(): Promise<string>
  bytes(): Promise<Buffer>
}

/** Bytes at hand as a body. */
export function bodyOf(bytes: Uint8Array): Body {
  return { length: bytes.length, read: async (start, end) => bytes.subarray(start, end) }
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  const body = bodyOf(Buffer.from(JSON.stringify(value)))
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body }
}

/** How the Hub refuses: the reason in headers and body. Codes as huggingface_hub's `hf_raise_for_status` reads them. */
export function refusal(status: number, code: string | null, message: string): Answer {
  return jsonAnswer(status, { error: message }, { ...(code && { 'X-Error-Code': code }), 'X-Error-Message': message })
}

/** How the content host refuses: S3's XML. */
export function storageRefusal(status: number, code: string, message: string): Answer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'Content-Type': 'application/xml' }, body: bodyOf(Buffer.from(xml)) }
}

export function redirect(status: 302 | 307, location: string, headers: Record<string, string> = {}): Answer {
  const body = bodyOf(Buffer.from(`Redirecting to ${location}`))
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers, Location: location }, body }
}
