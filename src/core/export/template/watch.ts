import type { Value } from './python-text.ts'

/** How much a template may do with one chat. Real ones stay far below a hundredth of each. */
export interface WorkLimits {
  /** @default 5,000 */
  milliseconds: number
  /** Expressions looked at. @default 20 million */
  steps: number
  /** UTF-16 units of a text, entries of a list. @default 100 million and 5 million */
  units: number
  entries: number
}

const WORK_LIMITS: WorkLimits = { milliseconds: 5_000, steps: 20_000_000, units: 100_000_000, entries: 5_000_000 }

/** Expressions between two looks at the clock. */
const CLOCK_EVERY = 32

/** Stands over a template at work, for one that is hostile or broken may never end. */
export class Watch {
  readonly #limits: WorkLimits
  readonly #end: number
  #steps = 0

  constructor(limits: WorkLimits = WORK_LIMITS) {
    this.#limits = limits
    this.#end = Date.now() + limits.milliseconds
  }

  /** @throws Error when the template did more than it may, or `value` is larger than anything it should make */
  look({ value }: Value): void {
    this.#steps += 1
    const { steps, units, entries, milliseconds } = this.#limits
    if (this.#steps > steps) throw new Error(`it does not come to an end within ${steps.toLocaleString('en-US')} steps.`)
    if (this.#steps % CLOCK_EVERY === 0 && Date.now() > this.#end) throw new Error(`it does not come to an end within ${milliseconds} ms.`)
    if (typeof value === 'string' && value.length > units) throw new Error('it writes more than any chat needs.')
    if (Array.isArray(value) && value.length > entries) throw new Error('it makes a list longer than any chat needs.')
  }
}

/** What one trial of a template may do: its chats are small. */
const TRIAL_LIMITS: WorkLimits = { milliseconds: 1_000, steps: 300_000, units: 1_000_000, entries: 100_000 }

/** What all trials of a template may take together, in ms: real ones take a fiftieth. */
const TRIALS_MS = 10_000

/** Limits for one trial after the other, within a time for all. */
export function trialLimits(): () => WorkLimits {
  const end = Date.now() + TRIALS_MS
  return () => ({ ...TRIAL_LIMITS, milliseconds: Math.min(TRIAL_LIMITS.milliseconds, end - Date.now()) })
}
