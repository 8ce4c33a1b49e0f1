import { announce, type Desk } from '../desk.ts'
import { cacheInfoOf } from './cache-info.ts'
import { pruneCache } from './prune-cache.ts'

/** Rows stored between two looks at the budget. */
const LOOK_EVERY = 64

/** Prunes what was fetched when it outgrew the budget. Looks only after enough rows came in, or when `always` is said. */
export async function keepWithinBudget(desk: Desk, { always = false } = {}): Promise<void> {
  const { fetching } = desk.session
  if (!always && fetching.stored < LOOK_EVERY) return
  fetching.stored = 0
  const { budgetBytes, ranges, bodies } = await cacheInfoOf(desk)
  if (ranges.bytes + bodies.bytes - bodies.keptBytes <= budgetBytes) return
  const { freedRows } = await pruneCache(desk, budgetBytes)
  if (freedRows > 0) await announce(desk, 'examples')
}
