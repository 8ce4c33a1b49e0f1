import { fault } from '#record'
import type { ByteRange } from '../../byte-ranges.ts'
import type { HubAccess } from '../types.ts'
import { rangeComplaint, rangeHeader } from './check-range.ts'
import type { RemoteFileId } from './create-connection.ts'
import { type Arrival, drain, follow, type Journey } from './follow.ts'
import { isPassing, NetError, STALE_STATUSES } from './net-error.ts'
import type { Persistence } from './persist.ts'
import { sameEtag } from './same-etag.ts'
import { statusError } from './status-error.ts'
import type { Answer, Transport } from './transport.ts'

/** What ranges are fetched with. */
export interface RangeTools {
  transport: Transport
  persistence: Persistence
  access: () => Promise<HubAccess>
  /** Where the bytes of a file were last found, by {@link placeKey}: later ranges of it need no redirect. */
  places: Map<string, URL>
}

/**
 * Gives `write` exactly the bytes of the range, in order, each once: a body that breaks off is asked for again from the byte it broke at. `write`
 * is awaited, so that nobody who writes slowly has to hold the rest in memory.
 * @throws NetError; Fault `conflict` when the Hub says another etag than the listing; the signal's reason; what `write` throws.
 */
export async function fetchRange(
  tools: RangeTools,
  file: RemoteFileId,
  resolveUrl: URL,
  range: ByteRange,
  write: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let at = range.start
  /** Tries in a row that gave nothing. */
  let barren = 0
  await tools.persistence.persist(signal, async (progress) => {
    const piece = { file, resolveUrl, range: { start: at, end: range.end }, signal }
    const take = async (chunk: Uint8Array) => {
      at += chunk.length
      barren = 0
      progress()
      await write(chunk)
    }
    await receive(tools, piece, take).catch((error) => {
      barren++
      // Once may be bad luck; twice, or for good, the place itself may be wrong, and the next try asks the Hub again.
      if (barren > 1 || !(error instanceof NetError && isPassing(error.trouble))) tools.places.delete(placeKey(piece))
      throw error
    })
  })
}

interface Piece {
  file: RemoteFileId
  resolveUrl: URL
  range: ByteRange
  signal: AbortSignal
}

type Write = (chunk: Uint8Array) => Promise<void>

/** One try at what is left, from the remembered place when there is one. */
async function receive(tools: RangeTools, piece: Piece, write: Write): Promise<void> {
  const place = tools.places.get(placeKey(piece))
  if (place && (await receiveFrom(tools, place, piece, write))) return
  await receiveFrom(tools, piece.resolveUrl, piece, write)
}

/** False when a remembered place is no longer good, with nothing written. */
async function receiveFrom(tools: RangeTools, from: URL, piece: Piece, write: Write): Promise<boolean> {
  const { file, resolveUrl, range, signal } = piece
  const journey: Journey = {
    from,
    access: await tools.access(),
    headers: { range: rangeHeader(range), 'accept-encoding': 'identity' },
    signal,
    onHub: (answer) => checkEtag(file, answer),
    onRedirect: (next) => tools.places.set(placeKey(piece), next),
  }
  return follow(tools.transport, journey, async (arrival) => {
    const { answer } = arrival
    if (from !== resolveUrl && STALE_STATUSES.includes(answer.status)) {
      await drain(answer)
      tools.places.delete(placeKey(piece))
      return false
    }
    await checkHead(arrival, range, file)
    await passOn(answer, range, write)
    return true
  })
}

async function checkHead(arrival: Arrival, range: ByteRange, file: RemoteFileId): Promise<void> {
  const { answer } = arrival
  if (answer.status < 200 || answer.status > 299) {
    await drain(answer)
    throw statusError(arrival)
  }
  const complaint = rangeComplaint(answer, range, file.bytes)
  if (complaint !== null) throw new NetError(answer.url.host, { kind: 'dishonest', what: `${complaint} (${file.path})` })
}

async function passOn(answer: Answer, { start, end }: ByteRange, write: Write): Promise<void> {
  let left = end - start
  try {
    for await (const chunk of answer.chunks()) {
      // Read to its end although nothing is wanted any more, a body leaves its connection to the next request; more than promised does not.
      if (left === 0) return
      const wanted = chunk.subarray(0, left)
      left -= wanted.length
      await write(wanted)
    }
  } catch (error) {
    if (left > 0 || !(error instanceof NetError)) throw error
  }
  if (left > 0) throw new NetError(answer.url.host, { kind: 'broken', what: `ended a body ${left} bytes early` })
}

/** The hub's word for the content: X-Linked-ETag of what it redirects to, ETag of what it sends itself. */
function checkEtag({ path, etag, commit }: RemoteFileId, { header, status }: Answer): void {
  const said = header('x-linked-etag') ?? (status === 200 || status === 206 ? header('etag') : null)
  if (said === null || sameEtag(said, etag)) return
  throw fault(
    'conflict',
    `${path} is not what was listed: the listing of commit ${commit} has it as ${etag}, and the Hub now sends ${said.slice(0, 100)} under the same commit.`,
    {
      culprit: path,
      remedy:
        'A commit never changes, so this points to a mirror or proxy that mixes revisions. Use the Hub itself, or add another revision.',
    },
  )
}

function placeKey({ file: { repo, commit, path }, resolveUrl }: Piece): string {
  return JSON.stringify([resolveUrl.origin, repo, commit, path])
}
