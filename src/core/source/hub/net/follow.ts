import type { HubAccess } from '../types.ts'
import { NetError } from './net-error.ts'
import type { Answer, Outgoing, Transport } from './transport.ts'

const MOST_REDIRECTS = 5

/** Bodies of redirects and errors are read up to here, so that their connection can be used again; then it is given up. */
const DRAIN_BYTES = 64 * 1024

/** A request that may be sent on. */
export interface Journey {
  from: URL
  /** Default a GET. What is sent goes on only where a redirect says that method and body stay (307 and 308: RFC 9110, 15.4). */
  sends?: { method: 'POST' | 'PUT'; body: Outgoing }
  /** False keeps the token at home on the hub's own origin, too: an address that is signed is a right by itself. Default true. */
  withToken?: boolean
  access: HubAccess
  headers: Record<string, string>
  signal: AbortSignal
  /** Told of every answer of the hub itself, redirects too. What it throws ends the journey. */
  onHub?: (answer: Answer) => void
  /** Told of every address it is sent on to. */
  onRedirect?: (next: URL) => void
}

/** Where a journey is. */
export interface Arrival {
  answer: Answer
  /** From the hub itself, not from a host it redirects to. */
  isHub: boolean
  hadToken: boolean
}

/**
 * Sends a request and follows its redirects, at most five. The token goes to the hub's own origin alone: scheme, host and port must be the
 * same, so no redirect, not even one to the same host without encryption, takes it anywhere. @throws as {@link Transport.exchange}
 */
export async function follow<T>(transport: Transport, journey: Journey, use: (arrival: Arrival) => Promise<T>): Promise<T> {
  let url = journey.from
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const step = await takeStep(transport, journey, url, use)
    if ('result' in step) return step.result
    journey.onRedirect?.(step.next)
    url = step.next
  }
  throw new NetError(journey.from.host, { kind: 'redirect', what: `sends on and on, more than ${MOST_REDIRECTS} times` })
}

async function takeStep<T>(
  transport: Transport,
  { access, headers, signal, onHub, sends, withToken = true }: Journey,
  url: URL,
  use: (arrival: Arrival) => Promise<T>,
): Promise<{ result: T } | { next: URL }> {
  const isHub = url.origin === new URL(access.url).origin
  const hadToken = isHub && withToken && access.token !== null
  const own: Record<string, string> = hadToken ? { authorization: `Bearer ${access.token}` } : {}
  const order = {
    method: sends?.method ?? 'GET',
    url,
    headers: { ...headers, ...own },
    proxy: access.proxy,
    body: sends?.body ?? null,
  } as const
  return transport.exchange(order, signal, async (answer) => {
    if (isHub) onHub?.(answer)
    const { status } = answer
    if (![301, 302, 303, 307, 308].includes(status)) return { result: await use({ answer, isHub, hadToken }) }
    if (sends && status < 307)
      throw new NetError(url.host, { kind: 'redirect', what: `sends on what was to be written (status ${status})` })
    const next = nextUrl(answer)
    await drain(answer)
    return { next }
  })
}

function nextUrl({ url, header }: Answer): URL {
  const location = header('location') ?? ''
  const next = location !== '' && URL.canParse(location, url) ? new URL(location, url) : null
  if (next && /^https?:$/.test(next.protocol)) return next
  const where = next ? `an address that begins with ${next.protocol}` : 'no address at all'
  throw new NetError(url.host, { kind: 'redirect', what: `sends on to ${where}` })
}

/** Takes the rest of a short body and forgets it. */
export async function drain(answer: Answer): Promise<void> {
  let taken = 0
  for await (const chunk of answer.chunks()) {
    taken += chunk.length
    if (taken > DRAIN_BYTES) return
  }
}
