import type { RawRow, Rejection } from '#record'
import type { TextBatch, TextRow } from './types.ts'

/** A batch is written as one transaction: small enough to lose little on a kill and to keep memory flat. */
export const BATCH_ROWS = 64
/** Of small columns: a thousand rows are half a megabyte. */
export const SMALL_BATCH_ROWS = 1000
/** ... or this much text, when rows are big (UTF-16 units): packing it holds up whoever asks for a page, by some tens of milliseconds. */
const BATCH_TEXT = 4_000_000

/** Rows as batches of JSON text, each ended by the item that fills it; the last one may be empty. */
export async function* batchRows(rows: AsyncIterable<RawRow | Rejection>, most = BATCH_ROWS): AsyncGenerator<TextBatch> {
  let items: TextBatch['items'] = []
  let text = 0
  for await (const row of rows) {
    const item = asText(row)
    items.push(item)
    text += 'body' in item ? item.body.length : 0
    if (items.length < most && text < BATCH_TEXT) continue
    yield { items, isLast: false }
    items = []
    text = 0
  }
  yield { items, isLast: true }
}

function asText(row: RawRow | Rejection): TextRow | Rejection {
  if ('reason' in row) return row
  const { ref, hints, value } = row
  try {
    return { ref, hints, body: JSON.stringify(value) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { kind: 'too-large', ref, reason: `The row is too long or too deeply nested to be stored (${error.message}).` }
  }
}
