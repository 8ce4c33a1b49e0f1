import { createGunzip } from 'node:zlib'

/**
 * Inflates gzip (several members too) chunk by chunk. Everything decoded before a fault is yielded first, then the fault is thrown:
 * a stream pipeline would drop what it had buffered, and with it rows that are whole.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflater = createGunzip()
  let decoded: Uint8Array[] = []
  let failure: Error | null = null
  inflater.on('data', (piece: Uint8Array) => decoded.push(piece))
  inflater.on('error', (error) => {
    failure = error
  })
  const take = (): Uint8Array[] => {
    const taken = decoded
    decoded = []
    return taken
  }
  // A stream that fails may never call back; it always closes.
  const closed = new Promise<void>((done) => inflater.once('close', done))
  const settle = async (act: (done: () => void) => void): Promise<void> => {
    await Promise.race([closed, new Promise<void>(act)])
    await new Promise((resolve) => setImmediate(resolve))
  }
  try {
    for await (const chunk of chunks) {
      await settle((done) => inflater.write(chunk, () => done()))
      yield* take()
      if (failure) throw failure
    }
    await settle((done) => inflater.once('end', done).end())
    yield* take()
    if (failure) throw failure
  } finally {
    inflater.destroy()
  }
}
