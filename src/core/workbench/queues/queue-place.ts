import type { z } from 'zod'
import type { queuePlaceInput } from '#contract'
import { fault, type QueuePlace } from '#record'
import { decisionsAnHour, NO_PACE, waysOn } from '#review'
import type { Desk } from '../desk.ts'
import { reviewerOf } from '../reviewer-of.ts'
import { type HeldQueue, noteSkip, viewBy } from './held-queue.ts'
import { type QueueSession, queueOf } from './held-queues.ts'

/** As many as a page loads ahead. */
const AHEAD = 3

/** What a queue is asked at. */
type QueueDesk = Pick<Desk, 'settings' | 'now'> & { session: QueueSession }

type Asked = z.infer<typeof queuePlaceInput>

/** Where an example stands in a queue for a reviewer, and where to go on. */
export async function queuePlace(desk: QueueDesk, { queue: queueId, id, reviewer }: Asked): Promise<QueuePlace> {
  const name = await reviewerOf(desk, reviewer)
  const { queue, judgments } = queueOf(desk.session, queueId)
  const { items, places, stored, paces } = queue
  const position = id === null ? null : (places.get(id) ?? null)
  const { next, ...counts } = waysOn(viewBy(queue, judgments, name), position, AHEAD)
  const nextIds = next.flatMap((place) => items[place]?.id ?? [])
  return {
    position,
    total: items.length,
    previous: position === null ? null : previousOf(queue, position),
    next: nextIds[0] ?? null,
    nextIds,
    ...counts,
    pace: decisionsAnHour(paces.get(name) ?? NO_PACE),
    isBlind: stored.definition.isBlind,
  }
}

/** Puts an item off; one that the reviewer is not asked about stays as it is. */
export async function skipQueued(desk: QueueDesk, input: Asked & { id: string }): Promise<QueuePlace> {
  const reviewer = await reviewerOf(desk, input.reviewer)
  const { session } = desk
  const { queue, judgments } = queueOf(session, input.queue)
  const place = queue.places.get(input.id)
  if (place === undefined) throw notQueued(input)
  if (viewBy(queue, judgments, reviewer).open[place]) {
    session.workspace.record.skipQueued(input.queue, { exampleId: input.id, reviewer }, desk.now().toISOString())
    noteSkip(queue, reviewer, input.id)
  }
  return queuePlace(desk, { ...input, reviewer })
}

/** What is gone is skipped over. */
function previousOf({ items }: HeldQueue, position: number): string | null {
  for (let place = position - 1; place >= 0; place--) {
    const item = items[place]
    if (item && item.contentHash !== null) return item.id
  }
  return null
}

function notQueued({ queue, id }: Asked & { id: string }) {
  return fault('bad-input', `Example ${id} is not in the queue ${queue}.`, { culprit: id, remedy: 'Skip an example that is in it.' })
}
