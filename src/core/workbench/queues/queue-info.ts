import type { QueueInfo, QueueItem, QueueProgress } from '#record'
import { decisionsAnHour, freshOf, type Judgment, NO_PACE, waysOn } from '#review'
import { type HeldQueue, viewBy } from './held-queue.ts'
import type { Judgments } from './judgments.ts'

/** A queue and where it stands, for whoever asks. */
export function queueInfo(queue: HeldQueue, judgments: Judgments, reviewer: string): QueueInfo {
  const { stored, items } = queue
  const { total, done, gone, newest } = lookThrough(items, judgments)
  const names = new Set([...newest.keys(), ...queue.skips.keys()])
  return {
    id: stored.id,
    madeAt: stored.madeAt,
    definition: stored.definition,
    total: items.length,
    gone,
    left: waysOn(viewBy(queue, judgments, reviewer), null, 0).left,
    doubled: { total, done },
    reviewers: [...names].sort().map((name) => progressOf(queue, judgments, name, newest.get(name) ?? null)),
  }
}

function progressOf(queue: HeldQueue, judgments: Judgments, reviewer: string, newest: Judgment | null): QueueProgress {
  const { decided, skipped } = waysOn(viewBy(queue, judgments, reviewer), null, 0)
  const pace = decisionsAnHour(queue.paces.get(reviewer) ?? NO_PACE)
  return { reviewer, decided, skipped, pace, lastAt: newest?.time ?? null }
}

/** What is counted over all items, and everybody's newest judgment. */
function lookThrough(items: readonly QueueItem[], judgments: Judgments) {
  const newest = new Map<string, Judgment>()
  let [total, done, gone] = [0, 0, 0]
  for (const { id, needs, contentHash } of items) {
    const judged = judgments.of(id)
    for (const judgment of judged) if (judgment.seq > (newest.get(judgment.reviewer)?.seq ?? 0)) newest.set(judgment.reviewer, judgment)
    if (contentHash === null) gone += 1
    if (needs < 2) continue
    total += 1
    if (freshOf(contentHash, judged).length >= needs) done += 1
  }
  return { total, done, gone, newest }
}
