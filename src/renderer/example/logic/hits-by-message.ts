import type { Hit } from '../types.ts'

/** The hits of one message: how many, and the first of them by its place among all. */
export interface MessageHits {
  message: number
  count: number
  first: number
}

/** Hits by message, in the order of the run. */
export function hitsByMessage(hits: readonly Pick<Hit, 'message'>[]): MessageHits[] {
  const groups: MessageHits[] = []
  for (const [first, { message }] of hits.entries()) {
    const last = groups.at(-1)
    if (last?.message === message) last.count++
    else groups.push({ message, count: 1, first })
  }
  return groups
}
