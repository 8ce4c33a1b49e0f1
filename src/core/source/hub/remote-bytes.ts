import { FaultError, fault, toFault } from '#record'
import type { Bytes } from '../bytes.ts'
import { type ByteRange, divide, gapsIn, joinNear, meet, mergeRanges } from '../cache/pieces.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import type { RangeLog } from '../cache/range-log.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { Flight, ride } from './flight.ts'

/** What fetches ranges: see the connection of `net`. */
export interface Downloads {
  /** Exactly these bytes, in order, each chunk awaited. Short of them it throws. */
  download(file: RemoteFile, range: ByteRange, onChunk: (chunk: Uint8Array) => void | Promise<void>, signal?: AbortSignal): Promise<void>
}

/** {@link Bytes} of a remote file: taken from the cache, and fetched into it where they are missing. */
export interface RemoteBytes extends Bytes {
  /**
   * @throws Fault `offline`, `forbidden`, `not-found`, `conflict`, `disk-full`, `cancelled` (the Hub was closed), or the signal's reason. Others
   * that wait for the same bytes go on.
   */
  slice(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array>
  /** Brings ranges into the cache. What has come stays after an abort. @throws as `slice` */
  prefetch(ranges: readonly ByteRange[], signal?: AbortSignal): Promise<void>
  /** Ends every download of the file and waits for what has come to be kept. */
  close(): Promise<void>
}

/** Neighbours this near are asked for together: a request costs more than the bytes between. */
const JOIN = { gap: 4096, waste: 32 * 1024 }
/** Longer ranges are fetched in parts side by side. */
const PART_BYTES = 16 * 1024 * 1024
const PARTS = 4
/** Bytes kept at a time, which is what a kill may cost each download. */
const STEP_BYTES = 64 * 1024

interface Asked {
  ranges: readonly ByteRange[]
  answer(flights: Flight[]): void
}

/** One object a file, so that no byte is on its way twice. */
export function createRemoteBytes(file: RemoteFile, cache: RangeCache, connection: Downloads): RemoteBytes {
  const flights = new Set<Flight>()
  let asked: Asked[] = []

  function takeOff(range: ByteRange): void {
    const flight = new Flight(range, (part, onStep, signal) =>
      cache.use(file, (log) => downloadInto(log, file, part, connection, onStep, signal)),
    )
    flights.add(flight)
    const forget = () => flights.delete(flight)
    flight.landed.then(forget, forget)
  }

  /** Sends for what nobody has sent for yet, and tells everybody who asked which flights carry theirs. */
  function depart(log: RangeLog): void {
    const waiting = asked
    asked = []
    const going = [...flights].filter((flight) => flight.isGoing)
    const onTheWay = mergeRanges(going.map((flight) => flight.range))
    const missing = log.gaps(waiting.flatMap(({ ranges }) => ranges)).flatMap((gap) => gapsIn(onTheWay, gap))
    for (const range of joinNear(missing, JOIN)) divide(range, PART_BYTES, PARTS).forEach(takeOff)
    for (const { ranges, answer } of waiting) {
      const gaps = log.gaps(ranges)
      const carrying = [...flights].filter((flight) => flight.isGoing && gaps.some((gap) => meet(gap, flight.range)))
      for (const flight of carrying) flight.board()
      answer(carrying)
    }
  }

  /** Whatever is asked for in the same tick departs together. */
  function flightsFor(log: RangeLog, ranges: readonly ByteRange[]): Promise<Flight[]> {
    return new Promise((answer) => {
      asked.push({ ranges, answer })
      if (asked.length === 1) setImmediate(depart, log)
    })
  }

  async function bring(log: RangeLog, ranges: readonly ByteRange[], signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const isHere = () => log.gaps(ranges).length === 0
    if (isHere()) return
    try {
      await ride(await flightsFor(log, ranges), isHere, signal)
    } catch (error) {
      signal?.throwIfAborted()
      // Whatever else it was, the Hub's end too: no reader may take it for the fault of the file.
      throw new FaultError(toFault(error, file.path), { cause: error })
    }
  }

  const cut = ({ start, end }: ByteRange): ByteRange => ({ start: Math.max(0, start), end: Math.min(end, file.bytes) })

  return {
    length: file.bytes,
    async slice(start, end, signal) {
      const range = cut({ start, end })
      if (range.end <= range.start) return new Uint8Array(0)
      return cache.use(file, async (log) => {
        await bring(log, [range], signal)
        const bytes = await log.read(range)
        if (bytes === null)
          throw fault('internal', `Bytes ${range.start} to ${range.end} of ${file.path} were fetched and are not in the cache.`)
        return bytes
      })
    },
    prefetch: (ranges, signal) => cache.use(file, (log) => bring(log, ranges.map(cut), signal)),
    async close() {
      const going = [...flights]
      for (const flight of going) flight.end(new DOMException('The Hub was closed.', 'AbortError'))
      await Promise.allSettled(going.map((flight) => flight.landed))
    },
  }
}

/** Whatever ends the download, what has come before is kept. */
async function downloadInto(
  log: RangeLog,
  file: RemoteFile,
  range: ByteRange,
  connection: Downloads,
  onStep: (at: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let at = range.start
  let step: Uint8Array[] = []
  let bytes = 0
  const keep = async (): Promise<void> => {
    const chunk = Buffer.concat(step)
    step = []
    bytes = 0
    await log.append(at, chunk)
    at += chunk.length
    onStep(at)
  }
  const take = async (chunk: Uint8Array): Promise<void> => {
    step.push(chunk)
    bytes += chunk.length
    if (bytes >= STEP_BYTES) await keep()
  }
  try {
    await connection.download(file, range, take, signal)
  } finally {
    if (bytes > 0) await keep()
  }
}
