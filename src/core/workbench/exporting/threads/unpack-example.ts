import { constants } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import type { LoadedExample } from '#export'
import { parseRow } from '#parse'
import { fault, type Json } from '#record'
import type { PackedExample } from './task.ts'

/** Unpacks and parses an example. @throws FaultError `workspace-damaged` or `unknown-shape` naming it */
export function unpackExample({ row, edits, gzip, contentHash, ref, hints }: PackedExample): LoadedExample {
  const parsed = parseRow({ ref, hints, value: bodyValue(gzip, row.id), contentHash })
  if (parsed.kind === 'rejection') throw fault('unknown-shape', `Example ${row.id}: ${parsed.rejection.reason}`, { culprit: row.id })
  return { row, edits, example: { ...parsed.example, id: row.id } }
}

/** A workspace may come from somebody else, so what a body unpacks to is bounded by what one text can hold. */
function bodyValue(gzip: Uint8Array, id: string): Json {
  try {
    return JSON.parse(gunzipSync(gzip, { maxOutputLength: constants.MAX_STRING_LENGTH }).toString('utf8')) as Json
  } catch (cause) {
    throw fault('workspace-damaged', `The stored row of example ${id} is damaged.`, {
      culprit: id,
      remedy: 'Remove its source and add it again: the row is read anew, and the decisions about it stay in the ledger.',
      cause,
    })
  }
}
