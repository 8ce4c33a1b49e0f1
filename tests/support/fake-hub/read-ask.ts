import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Ask } from './answer.ts'

/** The parts of a request that answers depend on. */
export function readAsk(request: IncomingMessage): Ask {
  const { authorization, range, accept } = request.headers
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://fake'),
    token: authorization === undefined ? null : (/^Bearer (.+)$/.exec(authorization)?.[1] ?? ''),
    range: range ?? null,
    accept: accept ?? '',
    text: () => text(request),
  }
}
