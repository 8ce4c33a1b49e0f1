import type { HubAccess } from '../types.ts'
import { respond } from './fetch-whole.ts'
import { follow } from './follow.ts'
import type { Persistence } from './persist.ts'
import type { Outgoing, Transport } from './transport.ts'

/** Of what a caller asks for, these go along; an authorization only says that one is wanted. */
const PASSED_ON = ['accept', 'content-type', 'x-request-id']

/**
 * Sends a body and takes the short answer. One that breaks off is sent again from its beginning, so what is asked for must bear being asked twice.
 * @throws NetError; what reading the body throws; the signal's reason.
 */
export async function sendWhole(
  { transport, persistence, access }: { transport: Transport; persistence: Persistence; access: () => Promise<HubAccess> },
  url: URL,
  init: RequestInit,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Response> {
  const asked = new Headers(init.headers)
  const named = PASSED_ON.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : []))
  const given: Record<string, string> = { accept: '*/*', 'accept-encoding': 'identity', ...Object.fromEntries(named) }
  const method = init.method === 'PUT' ? 'PUT' : 'POST'
  return persistence.persist(signal, async () => {
    const { body, takeBack } = countedOf(outgoing)
    const journey = { from: url, access: await access(), headers: given, signal, withToken: asked.has('authorization') }
    try {
      return await follow(transport, { ...journey, sends: { method, body } }, respond)
    } catch (error) {
      takeBack()
      throw error
    }
  })
}

/** The same body for one try: what was told of it can be taken back, and what is still read of it then is told no more. */
function countedOf(outgoing: Outgoing): { body: Outgoing; takeBack(): void } {
  let told = 0
  let isOver = false
  const tell = (bytes: number) => {
    if (isOver) return
    told += bytes
    outgoing.onSent?.(bytes)
  }
  // A redirect has it read from the beginning.
  const open = () => {
    tell(-told)
    return outgoing.open()
  }
  const takeBack = () => {
    tell(-told)
    isOver = true
  }
  return { body: { length: outgoing.length, open, onSent: tell }, takeBack }
}
