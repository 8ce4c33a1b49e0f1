import type { z } from 'zod'
import type { addInput, columnsInput } from '#contract'
import { type ColumnMap, type OpenedSource, openSource } from '#source'
import type { StoredSource } from '#store'
import { hubUri, isHubAddress, parseHubAddress } from '../../source/hub/parse-hub-address.ts'
import { type Desk, hubAccess } from '../desk.ts'
import { columnMapFor } from './column-map.ts'

type OpenInput = z.infer<typeof columnsInput> & Pick<z.infer<typeof addInput>, 'onMoved'>

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
 * @throws Fault as the source room's `openSource` and the Hub's `open`; `bad-input` for a column map that does not fit what was read before
 */
export async function openForAdd(desk: Desk, input: OpenInput, signal: AbortSignal | undefined): Promise<Opening> {
  const { record } = desk.session.workspace
  if (!isHubAddress(input.source)) {
    const whole = await openSource(input.source, { sourceId: '', map: input.map ?? null, signal })
    const stored = record.findSource(whole.uri)
    const map = columnMapFor(stored, input.map)
    const isPart = input.config !== undefined || input.split !== undefined || map !== (input.map ?? null)
    const { config, split } = input
    return openingOf(whole, isPart ? await openSource(input.source, { sourceId: '', config, split, map, signal }) : whole, stored, map)
  }
  const { hub } = desk.session
  const access = await hubAccess(desk.options, desk.settings)()
  const stored = record.findSource(hubUri(parseHubAddress(input.source, access.url)))
  const map = columnMapFor(stored, input.map)
  const known = stored?.revision ? { revision: stored.revision, files: record.listing(stored.id) } : null
  const revision = input.revision ?? (input.onMoved === 'stay' ? known?.revision : undefined)
  const common = { sourceId: '', map, signal }
  const whole = await hub.open(input.source, { ...common, known, ...(revision === undefined ? {} : { revision }) })
  if (input.config === undefined && input.split === undefined) return openingOf(whole, whole, stored, map)
  const { config, split } = input
  const pinned = whole.revision ?? ''
  const part = await hub.open(input.source, { ...common, config, split, revision: pinned, known: { revision: pinned, files: whole.files } })
  return openingOf(whole, part, stored, map)
}

function openingOf(whole: OpenedSource, part: OpenedSource, stored: StoredSource | undefined, map: ColumnMap | null): Opening {
  return { whole, part, stored, map, notes: [...new Set([...whole.notes, ...part.notes])] }
}
