import type { Queue } from '../types.ts'

/**
 * The queue to go on with: where this person worked last, else the one made last; only one with something left for them counts. Null when there is
 * none.
 */
export function newestQueue(queues: readonly Queue[], reviewer: string): Queue | null {
  const open = queues.filter(({ left }) => left > 0)
  return open.reduce<Queue | null>((best, one) => (best === null || touched(one, reviewer) > touched(best, reviewer) ? one : best), null)
}

/** When this person last decided in it, else when it was made; ISO, so that texts compare as times do. */
function touched({ reviewers, madeAt }: Queue, reviewer: string): string {
  const lastAt = reviewers.find((one) => one.reviewer === reviewer)?.lastAt ?? ''
  return lastAt > madeAt ? lastAt : madeAt
}
