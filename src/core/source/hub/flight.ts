import type { ByteRange } from '../byte-ranges.ts'

/** Fetches a flight's bytes in order; `onStep` tells how far they are kept. */
export type Download = (range: ByteRange, onStep: (at: number) => void, signal: AbortSignal) => Promise<void>

/** A range on its way. It goes on as long as somebody rides it, whoever asked for it first. */
export class Flight {
  /** Rejects with what ended it early. */
  readonly landed: Promise<void>
  /** Called after each step. */
  readonly watchers = new Set<() => void>()
  private readonly stop = new AbortController()
  private at: number
  private riders = 0

  constructor(
    readonly range: ByteRange,
    download: Download,
  ) {
    this.at = range.start
    this.landed = download(range, (at) => this.step(at), this.stop.signal)
    // Those who ride it hear of it; when all have left nobody does.
    this.landed.catch(() => undefined)
  }

  /** False once nobody was left: its bytes will not come. */
  get isGoing(): boolean {
    return !this.stop.signal.aborted
  }

  board(): void {
    this.riders += 1
  }

  /** The last one to leave ends it, unless all is here. */
  leave(): void {
    this.riders -= 1
    if (this.riders === 0 && this.at < this.range.end) this.end(new DOMException('Nobody waits for these bytes any more.', 'AbortError'))
  }

  end(reason: unknown): void {
    this.stop.abort(reason)
  }

  private step(at: number): void {
    this.at = at
    for (const look of [...this.watchers]) look()
  }
}

/** Waits until `isHere`, which is asked after every step of these flights, or until all have landed. @throws what ended one of them; the signal's reason */
export async function ride(flights: readonly Flight[], isHere: () => boolean, signal?: AbortSignal): Promise<void> {
  let look = (): void => undefined
  let stop = (): void => undefined
  try {
    await new Promise<void>((resolve, reject) => {
      look = () => isHere() && resolve()
      stop = () => reject(signal?.reason)
      for (const flight of flights) flight.watchers.add(look)
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) stop()
      Promise.all(flights.map((flight) => flight.landed)).then(() => resolve(), reject)
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    for (const flight of flights) {
      flight.watchers.delete(look)
      flight.leave()
    }
  }
}
