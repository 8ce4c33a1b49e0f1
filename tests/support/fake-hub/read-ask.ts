import type { IncomingMessage } from 'node:http'
import type { Ask } from './answer.ts'

/** The parts of a request that answers depend on. `onBytes` is told of the body as it is read, and waited for. */
export function readAsk(request: IncomingMessage, onBytes: (bytes: number) => unknown = () => {}): Ask {
  const { authorization, range, accept } = request.headers
  const bytes = async (): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      await onBytes(chunk.length)
    }
    return Buffer.concat(chunks)
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://fake'),
    token: authorization === undefined ? null : (/^Bearer (.+)$/.exec(authorization)?.[1] ?? ''),
    range: range ?? null,
    accept: accept ?? '',
    bytes,
    text: async () => (await bytes()).toString(),
  }
}
