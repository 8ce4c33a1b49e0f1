import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { implement } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { contract } from '#contract'
import { type ServingHost, startServer } from '#serve'
import { ask, openPage, redeem } from '../support/open-page.ts'
import { buildFolder } from '../support/rows-on-disk.ts'

/** A router with no call implemented: the door is tested here, the calls are tested in tests/contract. */
const workbench = { router: implement(contract).$context<Record<never, never>>() as never }

let server: ServingHost
let folder: string

beforeEach(async () => {
  folder = buildFolder({
    'secret.txt': 'outside',
    'secret.js': 'outside',
    'page/index.html': '<title>Winnow</title>',
    'page/assets/main-a1b2.js': 'export {}',
    'page/.hidden.js': 'hidden',
    'page/notes.txt': 'a type the page does not have',
  })
  server = await startServer({ workbench, rendererDir: `${folder}/page`, port: null })
})
afterEach(() => server.close())

const host = () => `127.0.0.1:${server.port}`

describe('the one-time link', () => {
  it('opens a session once and leaves the token out of the address', async () => {
    const { pathname, search } = new URL(server.url)
    const first = await ask(server.port, pathname + search)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' }, body: '' })
    expect(first.headers['set-cookie']?.[0]).toMatch(/^winnow-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const second = await ask(server.port, pathname + search)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.body).toContain('winnow serve')
  })

  it('is not used up by a look at it', async () => {
    const { pathname, search } = new URL(server.url)
    expect((await ask(server.port, pathname + search, { method: 'HEAD' })).status).toBe(403)
    expect((await ask(server.port, pathname + search)).status).toBe(303)
  })

  it('leads home a browser that is already in', async () => {
    const Cookie = await redeem(server.url)
    expect(await ask(server.port, '/?token=used', { headers: { Cookie } })).toMatchObject({ status: 303, headers: { location: '/' } })
  })

  it('can be had anew, each for one more browser', async () => {
    const [one, two] = [await redeem(server.newUrl()), await redeem(server.newUrl())]
    expect(one).not.toBe(two)
    for (const Cookie of [one, two]) expect((await ask(server.port, '/', { headers: { Cookie } })).status).toBe(200)
  })

  it.each(['', 'x', 'a'.repeat(43), '%00'])('refuses the token "%s"', async (token) => {
    expect((await ask(server.port, `/?token=${token}`)).status).toBe(403)
  })
})

describe('the page', () => {
  it('is only for those with a session', async () => {
    expect((await ask(server.port, '/')).status).toBe(403)
    expect((await ask(server.port, '/assets/main-a1b2.js')).status).toBe(403)
    expect((await ask(server.port, '/', { headers: { Cookie: `winnow-${server.port}=guessed` } })).status).toBe(403)
  })

  it('comes with its type, its cache rule and headers that hold it in', async () => {
    const Cookie = await redeem(server.url)
    const page = await ask(server.port, '/', { headers: { Cookie } })
    expect(page).toMatchObject({ status: 200, body: '<title>Winnow</title>' })
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'")
    expect(policy).not.toMatch(/unsafe-eval|\*|script-src[^;]*unsafe-inline/)
    const script = await ask(server.port, '/assets/main-a1b2.js', { headers: { Cookie } })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/assets/..%5c..%5csecret.js',
    '/..\\secret.js',
    '//etc/passwd',
    '/assets//main-a1b2.js',
    '/.hidden.js',
    '/notes.txt',
    '/assets',
    '/C:/secret.js',
    '/main.js%00.html',
    '/missing.js',
  ])('has nothing at %s', async (path) => {
    const Cookie = await redeem(server.url)
    const answer = await ask(server.port, path, { headers: { Cookie } })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('outside')
  })

  it('is only ever read', async () => {
    const Cookie = await redeem(server.url)
    expect((await ask(server.port, '/', { method: 'POST', headers: { Cookie } })).status).toBe(405)
  })
})

describe('the host name', () => {
  it.each(['evil.example', 'evil.example:4747', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '[::1]:4747'])(
    'refuses %s',
    async (Host) => {
      const Cookie = await redeem(server.url)
      const answer = await ask(server.port, '/', { headers: { Host, Cookie } })
      expect(answer.status).toBe(403)
      expect(answer.body).toContain(`127.0.0.1:${server.port}`)
    },
  )

  it('may be localhost', async () => {
    const Cookie = await redeem(server.url)
    expect((await ask(server.port, '/', { headers: { Host: `localhost:${server.port}`, Cookie } })).status).toBe(200)
  })

  it('is answered on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const socket = connect({ host: address, port: server.port })
      const [error] = await once(socket, 'error')
      expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED')
    }
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
  })
})

describe('the WebSocket', () => {
  const dial = (headers: Record<string, string>, path = '/rpc'): Promise<number> =>
    new Promise((status, reject) => {
      const socket = new WebSocket(`ws://${host()}${path}`, { headers })
      socket.on('open', () => {
        status(101)
        socket.close()
      })
      socket.on('unexpected-response', (_request, answer) => status(answer.statusCode ?? 0))
      socket.on('error', reject)
    })

  it('opens for its own page with its session', async () => {
    const { cookie } = await openPage(server.url)
    expect(await dial({ Cookie: cookie, Origin: `http://${host()}` })).toBe(101)
  })

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['no page at all', {}],
  ])('refuses %s, session or not', async (_who, headers) => {
    const Cookie = await redeem(server.url)
    expect(await dial({ ...headers, Cookie } as Record<string, string>)).toBe(403)
  })

  it('refuses its own page without a session', async () => {
    expect(await dial({ Origin: `http://${host()}` })).toBe(403)
  })

  it('refuses another host name and another path', async () => {
    const Cookie = await redeem(server.url)
    expect(await dial({ Cookie, Host: 'evil.example', Origin: 'http://evil.example' })).toBe(403)
    expect(await dial({ Cookie, Origin: `http://${host()}` }, '/other')).toBe(403)
  })
})

describe('the port', () => {
  async function occupy(): Promise<{ taken: Server; port: number }> {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    return { taken, port: (taken.address() as AddressInfo).port }
  }

  it('falls to a free one when the usual one is taken', async () => {
    const second = await startServer({ workbench, rendererDir: folder, port: null })
    expect(second.port).not.toBe(server.port)
    await second.close()
  })

  it('is a Fault when it was asked for and is taken', async () => {
    const { taken, port } = await occupy()
    await expect(startServer({ workbench, rendererDir: folder, port })).rejects.toMatchObject({
      fault: { kind: 'conflict', message: `Port ${port} is taken by another program.`, culprit: `port ${port}` },
    })
    taken.close()
  })

  it('is given back with every socket closed', async () => {
    const { websocket } = await openPage(server.url)
    const closed = once(websocket, 'close')
    await server.close()
    await closed
    await expect(ask(server.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    server = await startServer({ workbench, rendererDir: folder, port: server.port })
  })
})
