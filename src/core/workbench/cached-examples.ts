import { parseRow } from '#parse'
import { type Example, fault, type Json } from '#record'
import type { Workspace } from '#store'

/** An example with the JSON text it was read from. */
export interface ReadExample {
  example: Example
  body: string
}

/** Reads and parses examples, remembering the last few: a screen asks for the same one many times. */
export interface CachedExamples {
  /** Undefined while its row is not here. Throws `not-found` for an id the workspace does not have. */
  find(id: string): ReadExample | undefined
  /** Lets go of one whose row was written again, or of all. */
  forget(id?: string): void
}

/** The open one, its neighbours loaded ahead, and a few to go back to. */
const KEEP = 8
/** ... as long as their texts are not longer than this together (UTF-16 units): rows of 20 MB are kept one or two at a time. */
const KEEP_TEXT = 48_000_000

/** Makes the cache over a workspace. */
export function createCachedExamples(workspace: Workspace): CachedExamples {
  const kept = new Map<string, ReadExample>()
  const isOverfull = (): boolean =>
    kept.size > KEEP || (kept.size > 1 && [...kept.values()].reduce((sum, { body }) => sum + body.length, 0) > KEEP_TEXT)
  return {
    find(id) {
      const found = kept.get(id) ?? readExample(workspace, id)
      if (!found) return undefined
      kept.delete(id)
      kept.set(id, found)
      for (const oldest of kept.keys()) {
        if (!isOverfull()) break
        kept.delete(oldest)
      }
      return found
    },
    forget(id) {
      if (id === undefined) kept.clear()
      else kept.delete(id)
    },
  }
}

function readExample({ record }: Workspace, id: string): ReadExample | undefined {
  const stored = record.body(id)
  if (!stored && record.place(id)) return undefined
  if (!stored)
    throw fault('not-found', `There is no example ${id} in this workspace.`, { culprit: id, remedy: 'List the ids with: winnow list' })
  const parsed = parseRow({ ref: stored.ref, hints: stored.hints, value: parseBody(id, stored.body) })
  if (parsed.kind === 'rejection') throw fault('unknown-shape', parsed.rejection.reason, { culprit: id })
  return { example: { ...parsed.example, id }, body: stored.body }
}

function parseBody(id: string, body: string): Json {
  try {
    return JSON.parse(body) as Json
  } catch (cause) {
    throw fault('workspace-damaged', `The stored row of example ${id} is not JSON any more.`, {
      culprit: id,
      remedy: 'Remove its source and add it again: the row is read anew, and the decisions about it stay in the ledger.',
      cause,
    })
  }
}
