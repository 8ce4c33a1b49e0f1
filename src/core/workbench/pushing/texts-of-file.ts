import { fault } from '#record'
import { createRowReader, splitLines } from '#source'
import type { ListedFile } from './read-export.ts'

/** A line of a file, or a row of one that has no lines. */
export interface FileText {
  /** From 1. */
  line: number
  text: string
}

/** Longer lines are no text that JavaScript can hold. */
const LONGEST_LINE = 400_000_000

/** The lines of a file out of its bytes. @throws Fault `unreadable` for a line that is too long to be looked at */
export async function* linesOf({ path }: ListedFile, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileText> {
  for await (const { number, bytes } of splitLines(chunks, LONGEST_LINE)) {
    if (bytes === null) throw unlooked(path, `line ${number + 1} is longer than ${LONGEST_LINE} bytes`)
    yield { line: number + 1, text: bytes.toString('utf8') }
  }
}

/** The rows of a Parquet file as JSON text, decoded in a thread of their own. @throws Fault `unreadable` when it cannot be read whole */
export async function* rowsOf({ path, from }: ListedFile, workerUrl: URL, signal: AbortSignal): AsyncGenerator<FileText> {
  const reader = createRowReader({ workerUrl })
  const origin = { sourceId: '', uri: from, revision: null, file: path, hints: { config: null, split: null } }
  try {
    let line = 0
    for await (const { items } of reader.read({ from, origin, wanted: { fromRow: 0 }, columns: 'all', map: null }, signal)) {
      for (const item of items) {
        line += 1
        if (!('body' in item)) throw unlooked(path, item.reason)
        yield { line, text: item.body }
      }
    }
  } finally {
    await reader.close()
  }
}

function unlooked(path: string, why: string) {
  return fault('unreadable', `${path} cannot be looked through for secrets: ${why}`, {
    culprit: path,
    remedy: 'Export again; only what was looked through leaves.',
  })
}
