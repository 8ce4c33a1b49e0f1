import { parseRow } from '#parse'
import { type Example, fault } from '#record'
import type { Workspace } from '#store'

/** Reads and parses examples, remembering the last few: a screen asks for the same one many times. */
export interface CachedExamples {
  get(id: string): { example: Example; body: string }
  forget(): void
}

/** The open one, its neighbours loaded ahead, and a few to go back to. */
const KEEP = 8

/** Makes the cache over a workspace. Throws `not-found` for an id the workspace does not have. */
export function createCachedExamples(workspace: Workspace): CachedExamples {
  const kept = new Map<string, { example: Example; body: string }>()
  return {
    get(id) {
      const found = kept.get(id) ?? readExample(workspace, id)
      kept.delete(id)
      kept.set(id, found)
      const oldest = kept.keys().next()
      if (kept.size > KEEP && !oldest.done) kept.delete(oldest.value)
      return found
    },
    forget: () => kept.clear(),
  }
}

function readExample(workspace: Workspace, id: string): { example: Example; body: string } {
  const stored = workspace.record.body(id)
  if (!stored)
    throw fault('not-found', `There is no example ${id} in this workspace.`, { culprit: id, remedy: 'List the ids with: winnow list' })
  const parsed = parseRow({ ref: stored.ref, hints: stored.hints, value: JSON.parse(stored.body) })
  if (parsed.kind === 'rejection') throw fault('unknown-shape', parsed.rejection.reason, { culprit: id })
  return { example: { ...parsed.example, id }, body: stored.body }
}
