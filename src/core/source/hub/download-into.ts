import type { ByteRange } from '../byte-ranges.ts'
import type { RangeLog } from '../cache/range-log.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import type { Connection } from './net/create-connection.ts'

/** Bytes kept at a time, which is what a kill may cost each download. Larger steps were no faster. */
const STEP_BYTES = 64 * 1024

/** What to fetch, and from where. */
export interface DownloadOrder {
  file: RemoteFile
  range: ByteRange
  connection: Pick<Connection, 'download'>
  /** Told after each step up to where the bytes are kept. */
  onStep: (at: number) => void
  signal: AbortSignal
}

/** Fetches a range into a log, step by step. Whatever ends it early, what has come before is kept. @throws as the connection and the log */
export async function downloadInto(log: RangeLog, { file, range, connection, onStep, signal }: DownloadOrder): Promise<void> {
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
