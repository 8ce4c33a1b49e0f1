/** What a workspace says has changed. */
export type Change = 'examples' | 'verdicts' | 'decisions' | 'workspace'

/**
 * Query keys repeat the contract's path: `['example', 'page', input]`. These are the paths to ask again after each change; what
 * never changes for an id (texts, raw rows, patches) is in none of them. Nor is what a decision leaves as it was: of opened examples only those it is
 * about are asked again ({@link isDetailOf}), and where one stands is asked at every step anyway.
 */
const STALE: Record<Change, readonly string[]> = {
  examples: [
    'example.page',
    'example.facets',
    'example.neighbours',
    'stats.*',
    'source.*',
    'recipe.*',
    'queue.list',
    'queue.preview',
    'review.disagreements',
    'sibling.*',
    'export.preview',
    'cache.*',
  ],
  verdicts: [
    'example.page',
    'example.facets',
    'example.neighbours',
    'stats.*',
    'example.get',
    'example.findings',
    'recipe.*',
    'queue.preview',
    'review.disagreements',
    'sibling.attempts',
    'export.preview',
  ],
  decisions: [
    'example.page',
    'example.facets',
    'stats.*',
    'recipe.insight',
    'review.history',
    'review.recent',
    'review.agreement',
    'review.disagreements',
    'queue.list',
    'queue.preview',
    'sibling.attempts',
    'sibling.pairs',
    'export.preview',
    'trainer.view',
  ],
  workspace: [
    'workspace.*',
    'source.*',
    'example.*',
    'stats.*',
    'recipe.*',
    'review.*',
    'queue.*',
    'export.*',
    'measure.*',
    'cache.*',
    'trainer.*',
  ],
}

/** True when the answer kept under `key` may be out of date after `change`. */
export function isStaleAfter(change: Change, key: readonly unknown[]): boolean {
  return STALE[change].some((path) => path === `${key[0]}.${key[1]}` || path === `${key[0]}.*`)
}

/** True for the opened example of any of these ids; without ids, of every example. */
export function isDetailOf(ids: readonly string[] | undefined, [room, call, input]: readonly unknown[]): boolean {
  if (room !== 'example' || call !== 'get') return false
  return ids === undefined || ids.includes(String((input as { id?: unknown } | undefined)?.id))
}
