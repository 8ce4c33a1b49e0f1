import { describe, expect, it } from 'vitest'
import { rejectedFault } from '../thrown-fault.ts'
import { bytesOf, COMMIT, connect, everythingIn, expectBytes, hubWith, LARGE, REPO, SMALL, TOKEN, take } from './connect.ts'
import { handMadeHub, partOf } from './hand-made-hub.ts'

describe('the token', () => {
  it('goes to the Hub and to no host a redirect names', async () => {
    const hub = await hubWith({ repos: [{ id: REPO, commits: [{ sha: COMMIT, files: [LARGE, SMALL] }], isPrivate: true }] })
    const { connection } = connect({ url: hub.url, token: TOKEN })
    expectBytes(await take(connection, LARGE, 0, 10), bytesOf(10))
    await take(connection, SMALL, 0, 10)
    await take(connection, LARGE, 10, 20)
    expect(hub.requests().map(({ host, hasToken }) => [host, hasToken])).toEqual([
      ['hub', true],
      ['content', false],
      ['hub', true],
      ['content', false],
    ])
  })

  it('stays at home when a redirect names any host, the same one on another port too', async () => {
    const elsewhere = await handMadeHub((request, response) => partOf(LARGE, request, response))
    const hub = await hubWith()
    const { connection } = connect({ url: hub.url, token: TOKEN })
    hub.misbehave({ mishap: { kind: 'redirect', to: `${elsewhere.url}/steal` } })
    await take(connection, LARGE, 0, 10)
    await take(connection, LARGE, 10, 20)
    expect(elsewhere.seen).toHaveLength(2)
    expect(elsewhere.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
  })

  it('is asked for before every request, so that one given later is used', async () => {
    const hub = await hubWith({ repos: [{ id: REPO, commits: [{ sha: COMMIT, files: [SMALL] }], isPrivate: true }] })
    let token: string | null = null
    const { connection } = connect(hub, { access: async () => ({ url: hub.url, proxy: null, token }) })
    expect((await rejectedFault(take(connection, SMALL))).kind).toBe('not-found')
    token = TOKEN
    expect(await take(connection, SMALL)).toHaveLength(SMALL.size)
  })

  it('is in nothing that is thrown, whatever goes wrong', async () => {
    const secret = 'hf_averysecrettokenthatnobodymayread'
    const hub = await hubWith({ token: secret })
    const thrown: unknown[] = []
    const fail = async (access: { url: string; token: string; proxy?: string }) => {
      const { connection } = connect(access, { stall: 200, tries: 2 })
      await take(connection, LARGE, 0, 1000).catch((error) => thrown.push(error))
      await connection.fetch(`${access.url}/datasets/${REPO}/resolve/${COMMIT}/none`).catch((error) => thrown.push(error))
    }
    for (const mishap of [
      { kind: 'reset' },
      { kind: 'reset', after: 10 },
      { kind: 'stall', after: 0 },
      { kind: 'truncate', after: 0 },
      { kind: 'wrong-length', by: 1 },
      { kind: 'ignore-range' },
      { kind: 'other-etag', etag: 'x' },
      { kind: 'missing' },
      { kind: 'status', status: 429 },
      { kind: 'status', status: 500 },
      { kind: 'redirect', to: 'ftp://127.0.0.1/x' },
      { kind: 'redirect', to: 'http://127.0.0.1:9/x' },
    ] as const) {
      hub.misbehave({ mishap })
      await fail({ url: hub.url, token: secret })
    }
    hub.misbehave()
    await fail({ url: 'http://127.0.0.1:9', token: secret })
    await fail({ url: 'https://127.0.0.1:9', token: secret })
    await fail({ url: hub.url.replace('http:', 'https:'), token: secret })
    await fail({ url: 'http://hub.invalid', token: secret, proxy: 'http://127.0.0.1:9' })
    await fail({ url: hub.url, token: `${secret}\u00e9` })
    await fail({ url: hub.url, token: `${secret}wrong` })
    await fail({ url: 'http://hub.invalid', token: secret, proxy: `socks5://${secret}@x` })
    expect(thrown.length).toBeGreaterThan(30)
    expect(thrown.map((error) => everythingIn(error)).join('\n')).not.toContain(secret)
  })
})

describe('a redirect', () => {
  it('in a circle ends after five', async () => {
    const hub = await handMadeHub((_request, response, count) => response.writeHead(302, { Location: `/again/${count}` }).end())
    const { connection } = connect(hub)
    const fault = await rejectedFault(take(connection, LARGE, 0, 10))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringMatching(/more than 5 times/) })
    expect(hub.seen).toHaveLength(6)
    expect(connection.traffic.requests).toBe(6)
  })

  it.each(['ftp://127.0.0.1/x', 'file:///etc/passwd', 'data:text/plain,x', 'http://', ''])('to %j is refused', async (to) => {
    const hub = await handMadeHub((_request, response) => response.writeHead(302, to === '' ? {} : { Location: to }).end())
    const fault = await rejectedFault(take(connect(hub).connection, LARGE, 0, 10))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringContaining('sends on to') })
    expect(hub.seen).toHaveLength(1)
  })

  it('to a host that is not there is asked for anew', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'redirect', to: 'http://127.0.0.1:9/x' }, times: 1 })
    expectBytes(await take(connection, LARGE, 0, 10), bytesOf(10))
  })

  it('to a host that knows nothing of it is asked for anew', async () => {
    const elsewhere = await handMadeHub((_request, response) => response.writeHead(404).end('what?'))
    const hub = await hubWith()
    hub.misbehave({ mishap: { kind: 'redirect', to: `${elsewhere.url}/x` }, times: 1 })
    expectBytes(await take(connect(hub).connection, LARGE, 0, 10), bytesOf(10))
  })
})
