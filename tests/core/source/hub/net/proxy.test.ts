import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { rejectedFault } from '../thrown-fault.ts'
import { bytesOf, closing, connect, expectBytes, hubWith, LARGE, SMALL, take } from './connect.ts'

/** A proxy that takes every host for the one at `port`, or refuses with a status. */
async function startProxy(port: number, refusal: number | null = null) {
  const seen: string[] = []
  const server = createServer((asked: IncomingMessage, response) => {
    seen.push(`${asked.method} ${asked.url}`)
    if (refusal) {
      response.writeHead(refusal).end()
      return
    }
    const { pathname, search } = new URL(asked.url ?? '')
    asked.pipe(
      request({ port, host: '127.0.0.1', path: pathname + search, headers: asked.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      }),
    )
  })
  server.on('connect', (asked, socket) => {
    seen.push(`${asked.method} ${asked.url}`)
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`)
      return
    }
    const upstream = connectSocket(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
    socket.pipe(upstream).pipe(socket)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return closing({
    url: `http://${host}`,
    host,
    seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  })
}

const portOf = (url: string) => Number(new URL(url).port)

describe('a proxy', () => {
  it('is used for a plain hub, named or not', async () => {
    const hub = await hubWith()
    const proxy = await startProxy(portOf(hub.url))
    const { connection } = connect({ url: 'http://hub.test', proxy: proxy.url })
    expectBytes(await take(connection, SMALL), bytesOf(SMALL.size))
    expect(proxy.seen).toHaveLength(1)
    expect(proxy.seen[0]).toContain('hub.test')
    expect(connection.traffic).toEqual(hub.totals())
  })

  it('is asked for a tunnel to an encrypted hub', async () => {
    const hub = await hubWith()
    const proxy = await startProxy(portOf(hub.url))
    const { connection } = connect({ url: 'https://hub.test', proxy: proxy.url }, { tries: 2 })
    // There is no certificate at the other end; that it was asked for is what counts.
    expect((await rejectedFault(take(connection, SMALL))).kind).toBe('offline')
    expect(proxy.seen[0]).toBe('CONNECT hub.test:443')
  })

  it('is left aside for this machine itself', async () => {
    const hub = await hubWith()
    const proxy = await startProxy(portOf(hub.url))
    await take(connect({ url: hub.url, proxy: proxy.url }).connection, LARGE, 0, 10)
    expect(proxy.seen).toEqual([])
  })

  it('is another one as soon as the setting is', async () => {
    const hub = await hubWith()
    const [one, two] = [await startProxy(portOf(hub.url)), await startProxy(portOf(hub.url))]
    let proxy = one.url
    const { connection } = connect(hub, { access: async () => ({ url: 'http://hub.test', token: null, proxy }) })
    await take(connection, SMALL)
    proxy = two.url
    await take(connection, SMALL)
    expect([one.seen.length, two.seen.length]).toEqual([1, 1])
  })

  it.each([
    ['http://hub.test', 407],
    ['https://hub.test', 407],
    ['https://hub.test', 403],
  ])('that refuses is named, without its password: %s %i', async (url, status) => {
    const proxy = await startProxy(9, status)
    const { connection } = connect({ url, proxy: proxy.url.replace('//', '//me:secret@') })
    const fault = await rejectedFault(take(connection, SMALL))
    expect(fault).toMatchObject({
      kind: 'offline',
      message: expect.stringContaining(`${status}`),
      remedy: expect.stringContaining('proxy'),
    })
    expect(fault.message).toContain(proxy.host)
    expect(JSON.stringify(fault)).not.toContain('secret')
  })

  it('that is not there is named, and so is the hub', async () => {
    const { connection } = connect({ url: 'https://hub.test', proxy: 'http://127.0.0.1:9' })
    const fault = await rejectedFault(take(connection, SMALL))
    expect(fault).toMatchObject({ kind: 'offline', culprit: '127.0.0.1:9', message: expect.stringContaining('hub.test') })
  })

  it('that is no address is refused before anything is sent', async () => {
    const fault = await rejectedFault(take(connect({ url: 'https://hub.test', proxy: 'nonsense' }).connection, SMALL))
    expect(fault).toMatchObject({ kind: 'bad-input', culprit: 'nonsense' })
  })
})
