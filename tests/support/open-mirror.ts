import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { FakeFile } from './fake-hub/types.ts'

/** What a mirror was told, whole: every header that came. */
interface MirrorRequest {
  url: string
  headers: Record<string, unknown>
}

/** A host of nobody's that has one file, gone after the test; it notes everything it is told. */
export async function openMirror(file: FakeFile | undefined): Promise<{ url: string; requests: MirrorRequest[] }> {
  if (!file) throw new Error('there is no such file to mirror')
  const requests: MirrorRequest[] = []
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers })
    const [, from = '0', to = String(file.size - 1)] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    const [start, end] = [Number(from), Number(to) + 1]
    response.writeHead(206, { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}`, 'Content-Length': end - start })
    file.read(start, end).then(
      (bytes) => response.end(bytes),
      () => response.destroy(),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`, requests }
}
