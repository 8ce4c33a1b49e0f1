import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BrowserPage, connectBrowser } from '../../../src/renderer/api/connect-browser.ts'

/** A stand-in for the browser's socket, opened and closed by the test. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readonly url: string
  readyState = 0

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.all.push(this)
  }
  send(): void {}
  close(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
  open(): void {
    this.readyState = FakeSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
}

function newest(): FakeSocket {
  const socket = FakeSocket.all.at(-1)
  if (!socket) throw new Error('no socket was opened')
  return socket
}

function build(answer: () => Promise<{ status: number }> = () => Promise.reject(new TypeError('refused'))) {
  const page = { location: { protocol: 'http:', host: '127.0.0.1:4747' }, WebSocket: FakeSocket, fetch: vi.fn(answer) }
  const connection = connectBrowser(page as unknown as BrowserPage)
  return { connection, page }
}

/** Lets everything that waits for an answer go on, and the clock stand. */
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.all = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the connection to the browser host', () => {
  it('opens the socket of its own host and is ready when it is open', () => {
    const { connection } = build()
    expect(newest().url).toBe('ws://127.0.0.1:4747/rpc')
    expect(connection.state).toEqual({ kind: 'connecting' })
    newest().open()
    expect(connection.state.kind).toBe('ready')
  })

  it('says that the server has stopped, and comes back with a new client by itself', async () => {
    const { connection } = build()
    newest().open()
    const before = connection.state
    newest().close()
    await settle()
    expect(connection.state).toEqual({ kind: 'lost', reason: expect.stringContaining('winnow serve') })
    await vi.advanceTimersByTimeAsync(250)
    newest().open()
    expect(connection.state.kind).toBe('ready')
    expect(connection.state).not.toBe(before)
  })

  it('says that its link is no longer valid when the server refuses it', async () => {
    const { connection } = build(async () => ({ status: 403 }))
    newest().close()
    await settle()
    expect(connection.state).toEqual({ kind: 'lost', reason: expect.stringContaining('no longer valid') })
  })

  it('tries with growing pauses, and from the start again once it was open', async () => {
    build()
    const pauses: number[] = []
    for (let attempt = 0; attempt < 7; attempt++) {
      const before = FakeSocket.all.length
      newest().close()
      let waited = 0
      while (FakeSocket.all.length === before) {
        await vi.advanceTimersByTimeAsync(250)
        waited += 250
      }
      pauses.push(waited)
    }
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
    newest().open()
    newest().close()
    const tries = FakeSocket.all.length
    await vi.advanceTimersByTimeAsync(250)
    expect(FakeSocket.all).toHaveLength(tries + 1)
  })

  it('does not call itself lost when it was faster than the question why', async () => {
    let tell = (_answer: { status: number }): void => undefined
    const { connection } = build(() => new Promise((resolve) => (tell = resolve)))
    newest().close()
    await vi.advanceTimersByTimeAsync(250)
    newest().open()
    tell({ status: 200 })
    await settle()
    expect(connection.state.kind).toBe('ready')
  })

  it('stays away once closed', async () => {
    const { connection } = build()
    newest().open()
    connection.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all).toHaveLength(1)
  })
})
