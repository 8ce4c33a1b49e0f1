import { setTimeout as timer } from 'node:timers/promises'
import { downloadFile } from '@huggingface/hub'
import { fault } from '#record'
import type { ByteRange } from '../../byte-ranges.ts'
import { hubFault } from '../hub-fault.ts'
import { resolveUrl } from '../resolve-url.ts'
import type { HubAccess, HubOptions, Traffic } from '../types.ts'
import { checkAccess } from './check-access.ts'
import { fetchRange } from './fetch-range.ts'
import { fetchWhole } from './fetch-whole.ts'
import { createLanes } from './lanes.ts'
import { linkSignals } from './link-signals.ts'
import { createPersistence } from './persist.ts'
import { sendWhole } from './send-whole.ts'
import { createTransport, type Outgoing } from './transport.ts'

/** A file as a listing has it. */
export interface RemoteFileId {
  /** `OWNER/NAME`. */
  repo: string
  commit: string
  path: string
  etag: string
  bytes: number
}

/** Every request to the Hub goes through one of these: a bounded number at a time, tried again politely, counted. */
export interface Connection {
  /** Checked, as it is now. @throws Fault `bad-input` (address, proxy), `forbidden` (a token that cannot be one). */
  access(): Promise<HubAccess>
  /**
   * For the library and short answers: a GET whose answer is a success and is complete. The token is added here and never passes through the
   * library. @throws NetError, which `hubFault` turns into a Fault.
   */
  fetch: typeof globalThis.fetch
  /**
   * For the library: a POST or PUT whose answer is a success. The token goes along where the library names an authorization (a stand-in: it does not
   * know the token), and never elsewhere: what is put to a signed address goes without. `sends` replaces the body, so that it can be read again for
   * another try. @throws NetError; what reading the body throws
   */
  send(input: URL | string, init: RequestInit, sends: Outgoing): Promise<Response>
  /**
   * Bytes `start` up to `end` (exclusive), in order, each exactly once, however often the connection breaks. `onChunk` is awaited.
   * @throws Fault as `hubFault` and `conflict` (another etag than listed); the signal's reason; what `onChunk` throws.
   */
  download(file: RemoteFileId, range: ByteRange, onChunk: (chunk: Uint8Array) => void | Promise<void>, signal?: AbortSignal): Promise<void>
  /** Live. */
  traffic: Traffic
  /** Ends every request: they throw an AbortError, and so does what is asked for later. */
  close(): Promise<void>
}

/** A connection to the Hub that `options.access` names. */
export function createConnection(options: HubOptions): Connection {
  const { maxRequests = 8, stall = 20_000, tries = 6, sleep = wait, random = Math.random } = options
  const closing = new AbortController()
  const transport = createTransport(stall)
  const persistence = createPersistence({ lanes: createLanes(maxRequests), tries, sleep, random })
  /** Long uploads leave the other half to what is read meanwhile. */
  const sendingLanes = createLanes(Math.max(1, Math.floor(maxRequests / 2)))
  const access = async () => checkAccess(await options.access())
  const tools = { transport, persistence, access, places: new Map<string, URL>() }

  return {
    access,
    traffic: transport.traffic,
    async fetch(input, init) {
      const linked = linkSignals(closing.signal, init?.signal ?? undefined)
      const url = new URL(input instanceof Request ? input.url : input)
      try {
        return await fetchWhole(tools, url, new Headers(init?.headers).get('accept') ?? '*/*', linked.signal)
      } finally {
        linked.unlink()
      }
    },
    async send(input, init, sends) {
      const linked = linkSignals(closing.signal, init.signal ?? undefined)
      try {
        return await sendingLanes.run(linked.signal, () => sendWhole(tools, new URL(input), init, sends, linked.signal))
      } finally {
        linked.unlink()
      }
    },
    async download(file, range, onChunk, signal) {
      checkBounds(file, range)
      if (range.start === range.end) return
      const { url } = await access()
      const linked = linkSignals(closing.signal, signal)
      try {
        linked.signal.throwIfAborted()
        const blob = await lazyBlob(file, url, (from, asked, write) => fetchRange(tools, file, from, asked, write, linked.signal))
        for await (const chunk of blob.slice(range.start, range.end).stream()) await onChunk(chunk)
      } catch (error) {
        throw hubFault(error, { url, repo: file.repo, revision: file.commit, path: file.path })
      } finally {
        // A stream that nobody reads any more does not end the request behind it by itself.
        linked.abort()
        linked.unlink()
      }
    },
    async close() {
      closing.abort(new DOMException('The connection to the Hub was closed.', 'AbortError'))
      await transport.close()
    },
  }
}

type FetchPiece = (from: URL, range: ByteRange, write: (chunk: Uint8Array) => Promise<void>) => Promise<void>

/**
 * The library's Blob of a file, fetched piece by piece when it is read. What it is told of the file comes from the listing, so it asks for nothing
 * by itself. Its `stream()` loses the error of a fetch that fails (only the message is passed on) and cannot end one that has not answered yet;
 * therefore the fetch it is given answers at once, with a body that is filled, or fails with the true error, later.
 */
async function lazyBlob(file: RemoteFileId, hubUrl: string, fetchPiece: FetchPiece): Promise<Blob> {
  const { repo, commit, path, etag, bytes } = file
  const blob = await downloadFile({
    repo: { type: 'dataset', name: repo },
    path,
    revision: commit,
    hubUrl,
    xet: false,
    downloadInfo: { size: bytes, etag, url: resolveUrl({ url: hubUrl, repo, revision: commit, path }) },
    fetch: async (url, init) => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      fetchPiece(new URL(String(url)), askedRange(new Headers(init?.headers).get('range'), bytes), (chunk) => writer.write(chunk))
        .then(() => writer.close())
        .catch((error) => writer.abort(error).catch(() => {}))
      return new Response(readable, { status: 206 })
    },
  })
  if (!blob) throw new Error('downloadFile gave nothing though it was told what there is')
  return blob
}

function askedRange(header: string | null, bytes: number): ByteRange {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header ?? '') ?? []
  return first === undefined ? { start: 0, end: bytes } : { start: Number(first), end: Number(last) + 1 }
}

function checkBounds({ path, bytes }: RemoteFileId, { start, end }: ByteRange): void {
  if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end && end <= bytes) return
  throw fault('internal', `Bytes ${start} to ${end} of ${path} were asked for, which has ${bytes}.`, { culprit: path })
}

async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  await timer(ms, undefined, signal ? { signal } : {})
}
