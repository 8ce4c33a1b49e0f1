import { createTurn } from '../turn.ts'
import { Leaders } from './leaders.ts'

/** Sketches between two looks at the clock. */
const STEP = 64

/** What goes with the work: who may stop it, and who hears how many sketches of a column it has been through. */
export interface GroupWork {
  signal?: AbortSignal | undefined
  told?: (done: number) => void
}

/**
 * For each sketch the place of the first of its group, its own where it begins one; see {@link Leaders}. Others have their turn on the thread every few
 * milliseconds.
 *
 * @throws the signal's reason
 */
export async function groupSketches(
  sketches: Uint8Array,
  count: number,
  threshold: number,
  { signal, told = () => undefined }: GroupWork = {},
): Promise<Int32Array> {
  const leaders = new Leaders(sketches, threshold)
  const groups = new Int32Array(count)
  const turn = createTurn()
  for (let place = 0; place < count; place++) {
    groups[place] = leaders.put(place)
    if (place % STEP !== 0 || !turn.isOver()) continue
    told(place)
    await turn.next()
    signal?.throwIfAborted()
  }
  return groups
}
