import { announce, type Desk } from '../desk.ts'
import { cacheInfoOf } from './cache-info.ts'
import { pruneCache } from './prune-cache.ts'

/** Rows stored between two looks at the budget. */
const LOOK_EVERY = 64
/** Pieces of files that are left alone while rows come in, as far as the budget has room for them: the next rows are among them. */
const AT_HAND_BYTES = 1_000_000_000

/** Prunes what was fetched when it outgrew the budget. While rows come in it looks only after enough of them; `isEnd` is when no more come. */
export async function keepWithinBudget(desk: Desk, { isEnd = false } = {}): Promise<void> {
  const { fetching } = desk.session
  if (!isEnd && fetching.stored - fetching.storedWhenHeld < LOOK_EVERY) return
  fetching.storedWhenHeld = fetching.stored
  const { budgetBytes, ranges, bodies } = await cacheInfoOf(desk)
  if (ranges.bytes + bodies.bytes - bodies.keptBytes <= budgetBytes) return
  const { freedRows } = await pruneCache(desk, budgetBytes, { atHand: isEnd ? 0 : Math.min(AT_HAND_BYTES, budgetBytes / 4) })
  if (freedRows > 0) await announce(desk, 'examples')
}
