import { type FaultError, fault } from '#record'
import type { OpenedSource, ReadJob, RowGroupPlace } from '#source'
import type { StoredPlace } from '#store'
import { failureOf } from '../add/prepare-ahead.ts'
import { asSpans } from '../add/unit.ts'
import { fileOf, openedSource } from '../bodies/opened-source.ts'
import { partOf } from '../bodies/part-of.ts'
import type { Session } from '../session.ts'

/** Wanted rows whose bytes are fetched and read together; or why they cannot be. */
export type RowUnit = { places: StoredPlace[] } & ({ opened: OpenedSource; job: ReadJob } | { problem: FaultError })

/** Divides places by file, then by row group, in the order they came: one file is planned when its turn comes. */
export async function* rowUnits(session: Session, places: readonly StoredPlace[], signal: AbortSignal): AsyncGenerator<RowUnit> {
  for (const ofFile of groupedBy(places, ({ ref }) => JSON.stringify([ref.sourceId, ref.revision, ref.file]))) {
    try {
      yield* unitsOfFile(session, ofFile, signal)
    } catch (error) {
      signal.throwIfAborted()
      const { kind, message } = failureOf(error)
      yield { places: ofFile, problem: fault(kind, message, { cause: error }) }
    }
  }
}

async function* unitsOfFile(session: Session, places: StoredPlace[], signal: AbortSignal): AsyncGenerator<RowUnit> {
  const [first] = places
  if (!first) return
  const opened = await openedSource(session, first.ref)
  const file = fileOf(opened, first.ref)
  for (const together of groupedBy(places, groupOf(await opened.groups(file, signal)))) {
    yield { places: together, opened, job: opened.job(file, { spans: asSpans(together.map(({ ref }) => ref.row)) }) }
  }
}

/** Rows of one row group are read together, whether or not single ones can be fetched; a file without groups is read once. */
function groupOf(groups: readonly RowGroupPlace[] | null): (place: StoredPlace) => string {
  const whole = groups?.map((group) => ({ ...group, hasPages: false })) ?? null
  return ({ ref }) => partOf(whole, ref.row).key
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}
