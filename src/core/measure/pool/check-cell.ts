import type { Check } from '../checks/check.ts'
import { CHECKS } from '../checks/checks.ts'
import type { CheckGuard, Skipped } from '../types.ts'

const CHECK = 0
const BEAT = 1

/** What a thread says while it computes and answers nothing: the check it is in. Memory that it shares with whoever watches it. */
export class CheckCell {
  readonly memory: SharedArrayBuffer
  private readonly cell: Int32Array

  constructor(memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory
    this.cell = new Int32Array(memory)
  }

  /** The check the thread is in; null in none. */
  get check(): Check | null {
    return CHECKS[Atomics.load(this.cell, CHECK) - 1] ?? null
  }

  /** Another number each time a check begins or ends. */
  get beat(): number {
    return Atomics.load(this.cell, BEAT)
  }

  /** The thread's side: writes into the cell what checks of one row are at work. */
  guard(skipped: Skipped): CheckGuard {
    return {
      skipped,
      within: (check, work) => {
        const outer = this.enter(CHECKS.findIndex(({ id }) => id === check) + 1)
        try {
          return work()
        } finally {
          this.enter(outer)
        }
      },
    }
  }

  /** Gives what was there before: a check may ask another. */
  private enter(place: number): number {
    Atomics.add(this.cell, BEAT, 1)
    return Atomics.exchange(this.cell, CHECK, place)
  }
}
