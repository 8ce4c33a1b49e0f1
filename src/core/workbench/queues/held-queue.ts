import type { LedgerEntry, QueueItem } from '#record'
import { lookAt, NO_PACE, type Pace, paceAfter, type QueueView, updateView, viewOf } from '#review'
import type { RecordStore, StoredQueue } from '#store'
import type { Judgments } from './judgments.ts'

/** A queue in memory, with how each reviewer sees it: made once, and brought up to date item by item. */
export interface HeldQueue {
  stored: StoredQueue
  items: QueueItem[]
  /** By id. */
  places: ReadonlyMap<string, number>
  /** By reviewer, then by id: when it was put off, in rising numbers. */
  skips: Map<string, Map<string, number>>
  /** Numbers of those given so far. */
  skipped: number
  views: Map<string, QueueView>
  /** Of everybody who decided in it since it was made. */
  paces: Map<string, Pace>
  /** The state of examples it was compared with, and when it may be again, in ms of `performance.now`. */
  state: string
  nextCompare: number
}

/** Reads a queue from the disk. */
export function holdQueue(record: RecordStore, stored: StoredQueue, judgments: Judgments): HeldQueue {
  const state = record.examplesState()
  const items = record.queueItems(stored.id)
  const queue: HeldQueue = {
    stored,
    items,
    places: new Map(items.map(({ id }, place) => [id, place])),
    skips: new Map(),
    skipped: 0,
    views: new Map(),
    paces: new Map(),
    state,
    nextCompare: 0,
  }
  for (const { reviewer, exampleId } of record.queueSkips(stored.id)) noteSkip(queue, reviewer, exampleId)
  const said = items.flatMap(({ id }) => judgments.entriesOf(id))
  for (const entry of said.sort((a, b) => a.seq - b.seq)) notePace(queue, entry)
  return queue
}

/** How a reviewer sees it. */
export function viewBy(queue: HeldQueue, judgments: Judgments, reviewer: string): QueueView {
  const known = queue.views.get(reviewer)
  if (known) return known
  const skips = queue.skips.get(reviewer) ?? new Map<string, number>()
  const view = viewOf({ items: queue.items, judgmentsOf: judgments.of, skips }, reviewer)
  queue.views.set(reviewer, view)
  return view
}

/** Takes in what was said since. */
export function hear(queue: HeldQueue, judgments: Judgments, entries: readonly LedgerEntry[]): void {
  for (const entry of entries) {
    const place = queue.places.get(entry.exampleId)
    const item = place === undefined ? undefined : queue.items[place]
    if (place === undefined || !item) continue
    notePace(queue, entry)
    for (const [reviewer, view] of queue.views) updateView(view, place, lookAt(item, judgments.of(item.id), reviewer))
  }
}

/** Puts an item behind all others that are put off. */
export function noteSkip(queue: HeldQueue, reviewer: string, exampleId: string): void {
  const skips = queue.skips.get(reviewer) ?? new Map<string, number>()
  queue.skipped += 1
  skips.set(exampleId, queue.skipped)
  queue.skips.set(reviewer, skips)
  const view = queue.views.get(reviewer)
  const place = queue.places.get(exampleId)
  if (view && place !== undefined) view.skippedAt[place] = queue.skipped
}

/** Takes in that rows came, went or changed. */
export function noteHashes(queue: HeldQueue, hashes: readonly (string | null)[], state: string): void {
  queue.state = state
  queue.items.forEach((item, place) => {
    item.contentHash = hashes[place] ?? null
  })
  queue.views.clear()
}

/** One answer given by itself, here or elsewhere, since the queue was made. What was taken back later was work too. */
function notePace(queue: HeldQueue, { kind, batch, time, reviewer, exampleId }: LedgerEntry): void {
  const isDecision = (kind === 'accept' || kind === 'reject') && batch === undefined && time >= queue.stored.madeAt
  if (!isDecision || !queue.places.has(exampleId)) return
  queue.paces.set(reviewer, paceAfter(queue.paces.get(reviewer) ?? NO_PACE, Date.parse(time)))
}
