import { Readable } from 'node:stream'
import { Agent, type Dispatcher, ProxyAgent, request } from 'undici'
import type { Traffic } from '../types.ts'
import { linkSignals } from './link-signals.ts'
import { NetError, type Trouble } from './net-error.ts'
import { systemTrouble } from './system-trouble.ts'

/** Bytes to send. They can be read again for another try. */
export interface Outgoing {
  length: number
  open(): AsyncIterable<Uint8Array>
  /** Told of what was handed to the connection, piece by piece; of a try that came to nothing, the same number below zero. */
  onSent?(bytes: number): void
}

/** One request. */
export interface Order {
  method: 'GET' | 'POST' | 'PUT'
  url: URL
  headers: Record<string, string>
  /** Not used for the loopback address, as NO_PROXY is commonly set. */
  proxy: string | null
  body: Outgoing | null
}

/** A host that was sent something may have to write it down first: it is waited for so many times as long. */
const SENT_PATIENCE = 6

/** What came, while it comes. */
export interface Answer {
  url: URL
  status: number
  /** By lower-case name; null when absent. */
  header(name: string): string | null
  /** The body as it comes, read no faster than it is taken. @throws NetError when it breaks off or stalls. */
  chunks(): AsyncGenerator<Uint8Array>
}

/** Single requests, counted. */
export interface Transport {
  traffic: Traffic
  /** Sends one request; the answer lives until `use` ends. @throws NetError; the signal's reason; what `use` throws, unchanged. */
  exchange<T>(order: Order, signal: AbortSignal, use: (answer: Answer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * undici's `request` and not its `fetch`, which unpacks bodies on its own, wraps every error in another and may not be told how many redirects to
 * follow with which headers. `stall`: milliseconds without a byte after which a request is given up.
 */
export function createTransport(stall: number): Transport {
  const traffic: Traffic = { requests: 0, bytes: 0 }
  const answered = new Set<string>()
  const routes = createRoutes(stall)

  return {
    traffic,
    async exchange({ method, url, headers, proxy: setting, body: outgoing }, signal, use) {
      signal.throwIfAborted()
      const proxy = isLoopback(url) ? null : setting
      const patience = outgoing ? stall * SENT_PATIENCE : stall
      const watch = watchFor(patience, signal)
      const sending = outgoing && readOut(outgoing, watch.touch)
      const told = <T>(waited: Promise<T>): Promise<T> =>
        watch.while(waited).catch((error) => {
          signal.throwIfAborted()
          if (sending?.failed) throw sending.failed.error
          const trouble = watch.isStalled() ? stalled(patience) : systemTrouble(error, !answered.has(url.host))
          throw new NetError(url.host, trouble, proxy && new URL(proxy).host)
        })
      traffic.requests++
      let body: Dispatcher.ResponseData['body'] | null = null
      try {
        const options = {
          ...{ dispatcher: routes.through(proxy), method, headers, signal: watch.signal, headersTimeout: 0, bodyTimeout: 0 },
          ...(sending && outgoing && { body: sending.stream, headers: { ...headers, 'content-length': String(outgoing.length) } }),
        }
        const response = await told(request(url, options))
        body = response.body
        // Destroyed before its end it complains; nobody is left to hear it.
        body.on('error', () => {})
        answered.add(url.host)
        return await use({
          url,
          status: response.statusCode,
          header: (name) => headerOf(response.headers, name),
          chunks: () => counted(response.body, told, traffic),
        })
      } finally {
        watch.end()
        body?.destroy()
      }
    },
    close: () => routes.close(),
  }
}

async function* counted(
  body: AsyncIterable<Uint8Array>,
  told: <T>(waited: Promise<T>) => Promise<T>,
  traffic: Traffic,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  for (;;) {
    const next = await told(chunks.next())
    if (next.done) return
    traffic.bytes += next.value.length
    yield next.value
  }
}

/** The bytes of a body as a stream that tells when they are taken, and what broke when they could not be read. */
function readOut(body: Outgoing, touch: () => void): { stream: Readable; failed: { error: unknown } | null } {
  const out: ReturnType<typeof readOut> = { stream: Readable.from(read(), { objectMode: false }), failed: null }
  // Destroyed before its end it complains; who waits for the answer is told.
  out.stream.on('error', () => {})
  return out

  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body.open()) {
        touch()
        body.onSent?.(chunk.length)
        yield chunk
      }
    } catch (error) {
      out.failed = { error }
      throw error
    }
  }
}

function stalled(ms: number): Trouble {
  return { kind: 'broken', what: `sent nothing for ${ms / 1000} seconds` }
}

/** The ways out: direct, or through the proxy asked for last; another setting makes another way. */
function createRoutes(stall: number): { through(proxy: string | null): Dispatcher; close(): Promise<void> } {
  const direct = new Agent({ connect: { timeout: stall } })
  let proxied: { address: string; agent: ProxyAgent } | null = null
  return {
    through(proxy) {
      if (proxy === null) return direct
      if (proxied?.address !== proxy) {
        // What is still on its way through the old one may end.
        void proxied?.agent.close()
        // Plain http is handed to the proxy as such: many refuse a tunnel to port 80.
        proxied = {
          address: proxy,
          agent: new ProxyAgent({ uri: proxy, proxyTunnel: false }),
        }
      }
      return proxied.agent
    },
    close: async () => {
      await Promise.all([direct.destroy(), proxied?.agent.destroy()])
    },
  }
}

/** Ends a request after `ms` milliseconds of waiting for it; time spent on what it gave does not count. */
function watchFor(ms: number, signal: AbortSignal) {
  const linked = linkSignals(signal)
  let isStalled = false
  let timer: NodeJS.Timeout | undefined
  const giveUp = () => {
    isStalled = true
    linked.abort()
  }
  return {
    signal: linked.signal,
    isStalled: () => isStalled,
    /** Something went out: the waiting begins anew. */
    touch: () => {
      timer?.refresh()
    },
    async while<T>(waited: Promise<T>): Promise<T> {
      timer = setTimeout(giveUp, ms)
      try {
        return await waited
      } finally {
        clearTimeout(timer)
      }
    },
    end: () => linked.unlink(),
  }
}

function headerOf(headers: Record<string, string | string[] | undefined>, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}

function isLoopback(url: URL): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
}
