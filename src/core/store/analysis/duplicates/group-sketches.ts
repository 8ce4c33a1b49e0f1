import { createTurn } from '../turn.ts'
import { Leaders } from './leaders.ts'

/** Sketches between two looks at the clock. */
const STEP = 64

/**
 * For each sketch the place of the first of its group, its own where it begins one; see {@link Leaders}. Others have their turn on the thread every few
 * milliseconds.
 *
 * @throws the signal's reason
 */
export async function groupSketches(sketches: Uint8Array, count: number, threshold: number, signal?: AbortSignal): Promise<Int32Array> {
  const leaders = new Leaders(sketches, threshold)
  const groups = new Int32Array(count)
  const turn = createTurn()
  for (let place = 0; place < count; place++) {
    groups[place] = leaders.put(place)
    if (place % STEP !== 0 || !turn.isOver()) continue
    await turn.next()
    signal?.throwIfAborted()
  }
  return groups
}
