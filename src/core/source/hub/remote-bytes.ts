import { FaultError, fault, toFault } from '#record'
import { type ByteRange, joinNear, mergeRanges } from '../byte-ranges.ts'
import type { Bytes } from '../bytes.ts'
import { divide, gapsIn, meet } from '../cache/pieces.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import type { RangeLog } from '../cache/range-log.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { downloadInto } from './download-into.ts'
import { Flight, ride } from './flight.ts'
import type { Connection } from './net/create-connection.ts'
import type { Lanes } from './net/lanes.ts'

/** {@link Bytes} of a remote file: taken from the cache, and fetched into it where they are missing. */
export interface RemoteBytes extends Bytes {
  /**
   * @throws Fault `offline`, `forbidden`, `not-found`, `conflict`, `disk-full`, `cancelled` (the Hub was closed), or the signal's reason. Others
   * that wait for the same bytes go on.
   */
  slice(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array>
  /** Brings ranges into the cache; `isBulk` when nobody waits for just these. What has come stays after an abort. @throws as `slice` */
  prefetch(ranges: readonly ByteRange[], signal?: AbortSignal, isBulk?: boolean): Promise<void>
  /** Ends every download of the file and waits for what has come to be kept. */
  close(): Promise<void>
}

/** Neighbours this near are asked for together: a request costs more than the bytes between. */
const JOIN = { gap: 4096, waste: 32 * 1024 }
/** Longer ranges are fetched in parts side by side. */
const PART_BYTES = 16 * 1024 * 1024
const PARTS = 4

/** What remote files share. */
export interface RemoteTools {
  cache: RangeCache
  connection: Pick<Connection, 'download'>
  /** Fewer than the connection has: what somebody waits for never stands behind work in bulk. */
  bulkLanes: Lanes
}

interface Asked {
  ranges: readonly ByteRange[]
  isBulk: boolean
  answer(flights: Flight[]): void
}

/** One object a file, so that no byte is on its way twice. */
export function createRemoteBytes(file: RemoteFile, { cache, connection, bulkLanes }: RemoteTools): RemoteBytes {
  const flights = new Set<Flight>()
  let asked: Asked[] = []

  function takeOff(range: ByteRange, isBulk: boolean): void {
    const flight = new Flight(range, (part, onStep, signal) => {
      const bring = () => cache.use(file, (log) => downloadInto(log, { file, range: part, connection, onStep, signal }))
      return isBulk ? bulkLanes.run(signal, bring) : bring()
    })
    flights.add(flight)
    const forget = () => flights.delete(flight)
    flight.landed.then(forget, forget)
  }

  /** Sends for what nobody has sent for yet. */
  function sendFor(log: RangeLog, asking: Asked[], isBulk: boolean): void {
    const onTheWay = mergeRanges(going().map((flight) => flight.range))
    const missing = log.gaps(asking.flatMap(({ ranges }) => ranges)).flatMap((gap) => gapsIn(onTheWay, gap))
    for (const range of joinNear(missing, JOIN)) for (const part of divide(range, PART_BYTES, PARTS)) takeOff(part, isBulk)
  }

  /** Tells everybody who asked which flights carry theirs. */
  function depart(log: RangeLog): void {
    const waiting = asked
    asked = []
    for (const bulk of [false, true]) {
      sendFor(
        log,
        waiting.filter(({ isBulk }) => isBulk === bulk),
        bulk,
      )
    }
    for (const { ranges, answer } of waiting) {
      const gaps = log.gaps(ranges)
      const carrying = going().filter((flight) => gaps.some((gap) => meet(gap, flight.range)))
      for (const flight of carrying) flight.board()
      answer(carrying)
    }
  }

  const going = (): Flight[] => [...flights].filter((flight) => flight.isGoing)

  /** Whatever is asked for in the same tick departs together. */
  function flightsFor(log: RangeLog, ranges: readonly ByteRange[], isBulk: boolean): Promise<Flight[]> {
    return new Promise((answer) => {
      asked.push({ ranges, isBulk, answer })
      if (asked.length === 1) setImmediate(depart, log)
    })
  }

  async function bring(log: RangeLog, ranges: readonly ByteRange[], signal?: AbortSignal, isBulk = false): Promise<void> {
    signal?.throwIfAborted()
    const isHere = () => log.gaps(ranges).length === 0
    if (isHere()) return
    try {
      await ride(await flightsFor(log, ranges, isBulk), isHere, signal)
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
    prefetch: (ranges, signal, isBulk) => cache.use(file, (log) => bring(log, ranges.map(cut), signal, isBulk)),
    async close() {
      const ending = [...flights]
      for (const flight of ending) flight.end(new DOMException('The Hub was closed.', 'AbortError'))
      await Promise.allSettled(ending.map((flight) => flight.landed))
    },
  }
}
