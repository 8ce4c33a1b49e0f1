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

export const WORK_LIMITS: WorkLimits = { milliseconds: 5_000, steps: 20_000_000, units: 100_000_000, entries: 5_000_000 }

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
