import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeFile } from '../../../../support/fake-hub/types.ts'
import { closing } from './connect.ts'

type Listener = (request: IncomingMessage, response: ServerResponse, count: number) => unknown

/** A host for what the fake Hub does not do: answers of one's own, numbered from 1. */
export async function handMadeHub(listen: Listener): Promise<{ url: string; seen: IncomingMessage[]; close(): Promise<void> }> {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    listen(request, response, seen.length)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return closing({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  })
}

/** Answers with the range of a file that was asked for. */
export function partOf(file: FakeFile, request: IncomingMessage, response: ServerResponse, headers: Record<string, string> = {}): void {
  const [, first = 0, last = 0] = (/bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []).map(Number)
  void file.read(first, last + 1).then((bytes) => {
    response
      .writeHead(206, { 'Content-Range': `bytes ${first}-${last}/${file.size}`, 'Content-Length': bytes.length, ...headers })
      .end(bytes)
  })
}
