import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { HubAccess } from '../types.ts'
import { type Arrival, follow } from './follow.ts'
import { NetError } from './net-error.ts'
import type { Persistence } from './persist.ts'
import { saidIn } from './said-in.ts'
import { statusError } from './status-error.ts'
import type { Answer, Transport } from './transport.ts'

/** A page of a listing is below a megabyte, a dataset's card rarely above. */
const MOST_BYTES = 64 * 1024 * 1024

const UNPACK = { gzip: promisify(gunzip), 'x-gzip': promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }

/**
 * Fetches a short answer (listings, a card) as a whole: one that breaks off is asked for again, and the lane is free before anyone reads it.
 * Only successes come back. @throws NetError; the signal's reason.
 */
export async function fetchWhole(
  { transport, persistence, access }: { transport: Transport; persistence: Persistence; access: () => Promise<HubAccess> },
  url: URL,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  return persistence.persist(signal, async () => {
    const headers = { accept, 'accept-encoding': 'identity' }
    return follow(transport, { from: url, access: await access(), headers, signal }, respond)
  })
}

/** A success as the library reads it. @throws NetError for anything else */
export async function respond(arrival: Arrival): Promise<Response> {
  const { answer } = arrival
  if (answer.status < 200 || answer.status > 299) {
    throw statusError(arrival, await saidIn(answer))
  }
  const headers = new Headers()
  for (const name of ['content-type', 'link', 'etag']) {
    const value = answer.header(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(await unpack(answer, await readAll(answer)), { headers })
}

async function readAll(answer: Answer): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.chunks()) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > MOST_BYTES)
      throw new NetError(answer.url.host, { kind: 'dishonest', what: `sends more than ${MOST_BYTES} bytes where a short answer belongs` })
  }
  const promised = answer.header('content-length')
  if (promised !== null && Number(promised) !== bytes) {
    throw new NetError(answer.url.host, { kind: 'broken', what: `promised ${promised} bytes and sent ${bytes}` })
  }
  return Buffer.concat(chunks)
}

/** Proxies and content networks pack although they were asked not to. */
async function unpack(answer: Answer, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const encoding = answer.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return bytes
  const unpackWith = UNPACK[encoding as keyof typeof UNPACK]
  const unpacked = await unpackWith?.(bytes, { maxOutputLength: MOST_BYTES }).catch(() => undefined)
  if (unpacked) return new Uint8Array(unpacked)
  throw new NetError(answer.url.host, { kind: 'dishonest', what: `sends an answer packed in a way that cannot be undone (${encoding})` })
}
