import type { z } from 'zod'
import type { addInput } from '#contract'
import { type ColumnMap, hubUri, isHubAddress, type OpenedSource, parseHubAddress } from '#source'
import type { StoredSource } from '#store'
import { type Desk, hubAccess } from '../desk.ts'
import { columnMapFor, sameMap } from './column-map.ts'
import { namesCommit } from './names-commit.ts'
import { type Naming, openNamed } from './open-named.ts'

/** A source opened for adding. */
export interface Opening {
  /** The whole of it, which is what the workspace lists. */
  whole: OpenedSource
  /** What config and split leave of it; the whole where neither is given. */
  part: OpenedSource
  /** What the workspace remembers of it; undefined when new. */
  stored: StoredSource | undefined
  map: ColumnMap | null
  /** What opening did on its own. */
  notes: string[]
}

/**
 * Opens what a person named, at the commit pinned before when they say `stay`. Nothing is remembered yet.
 * @throws Fault as the source room's `openSource`; `bad-input` for a column map that does not fit what was read before
 */
export async function openForAdd(desk: Desk, input: z.infer<typeof addInput>, signal: AbortSignal): Promise<Opening> {
  const { record } = desk.session.workspace
  const { source, config, split } = input
  const known = await knownSource(desk, source)
  const revision = revisionFor(known, input)
  const firstMap = columnMapFor(known, input.map)
  const whole = await openNamed(desk, { source, map: firstMap, revision, known: known && listingOf(desk, known) }, signal)
  const stored = known ?? record.findSource(whole.uri)
  const map = columnMapFor(stored, input.map)
  const isWhole = config === undefined && split === undefined && sameMap(map, firstMap)
  const pinned = whole.revision === null ? undefined : { revision: whole.revision, files: whole.files }
  const part = isWhole ? whole : await openNamed(desk, { source, map, config, split, revision: pinned?.revision, known: pinned }, signal)
  return { whole, part, stored, map, notes: [...new Set([...whole.notes, ...part.notes])] }
}

/** A commit is taken at its word; to stay on a branch is to stay at the commit it was pinned to. */
function revisionFor(known: StoredSource | undefined, { revision, onMoved }: z.infer<typeof addInput>): string | undefined {
  const mayStay = onMoved === 'stay' && !(revision && namesCommit(revision))
  return (mayStay ? known?.revision : undefined) ?? revision
}

/** What the workspace remembers of a Hub address; undefined for a new one and for all others, whose name is known once they are opened. */
async function knownSource(desk: Desk, address: string): Promise<StoredSource | undefined> {
  if (!isHubAddress(address)) return undefined
  const { url } = await hubAccess(desk.options, desk.settings)()
  return desk.session.workspace.record.findSource(hubUri(parseHubAddress(address, url)))
}

function listingOf({ session }: Desk, { id, revision }: StoredSource): Naming['known'] {
  return revision === null ? undefined : { revision, files: session.workspace.record.listing(id) }
}
