import { constants } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import type { LoadedExample } from '#export'
import { parseRow } from '#parse'
import { fault, type Json } from '#record'
import type { PackedExample } from './task.ts'

/** Node takes no smaller one. */
const LEAST_CHUNK = 64

const LARGEST_CHUNK = 1 << 25

/** Unpacks and parses an example. @throws FaultError `workspace-damaged` or `unknown-shape` naming it */
export function unpackExample({ row, edits, gzip, contentHash, ref, hints }: PackedExample): LoadedExample {
  const parsed = parseRow({ ref, hints, value: bodyValue(gzip, row.id), contentHash })
  if (parsed.kind === 'rejection') throw fault('unknown-shape', `Example ${row.id}: ${parsed.rejection.reason}`, { culprit: row.id })
  return { row, edits, example: { ...parsed.example, id: row.id } }
}

/** A workspace may come from somebody else, so what a body unpacks to is bounded by what one text can hold. */
function bodyValue(gzip: Uint8Array, id: string): Json {
  try {
    const bytes = gunzipSync(gzip, { maxOutputLength: constants.MAX_STRING_LENGTH, chunkSize: chunkSize(gzip) })
    return JSON.parse(bytes.toString('utf8')) as Json
  } catch (cause) {
    throw fault('workspace-damaged', `The stored row of example ${id} is damaged.`, {
      culprit: id,
      remedy: 'Remove its source and add it again: the row is read anew, and the decisions about it stay in the ledger.',
      cause,
    })
  }
}

/** Room for all that a body says it unpacks to (RFC 1952, ISIZE), so that it is in one piece; what it says is not believed beyond {@link LARGEST_CHUNK}. */
function chunkSize(gzip: Uint8Array): number {
  const said = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength).getUint32(gzip.byteLength - 4, true)
  return Math.min(Math.max(said + 1, LEAST_CHUNK), LARGEST_CHUNK)
}
