import type { ExampleRow, MeasureInfo } from '#record'
import type { TokenTotals } from './summary.ts'
import type { MadeUnit } from './types.ts'

/** What rows without a rendering of their own are counted by. */
const COUNTED = 'model_tokens'

/** What was counted of a whole example; null where nobody did. */
export function modelTokens({ values }: Pick<ExampleRow, 'values'>): number | null {
  const counted = values[COUNTED]
  return typeof counted === 'number' ? counted : null
}

/** Sums the tokens of rows that are written. */
export class TokenSums {
  readonly #totals: TokenTotals
  #isCounted = false

  constructor(measures: readonly MeasureInfo[]) {
    const encoding = measures.find(({ id }) => id === COUNTED)?.encoding ?? ''
    this.#totals = { encoding, total: 0, trained: null, longest: 0, bySplit: {} }
  }

  /** Takes in a row and answers its tokens; null where nobody counted them. */
  add({ unit, made }: MadeUnit): number | null {
    const tokens = made.tokens?.total ?? modelTokens(unit.rows[0])
    if (tokens === null) return null
    const { bySplit } = this.#totals
    this.#totals.total += tokens
    this.#totals.longest = Math.max(this.#totals.longest, tokens)
    if (unit.split !== null) bySplit[unit.split] = (bySplit[unit.split] ?? 0) + tokens
    const trained = made.tokens?.trained ?? null
    if (trained !== null) this.#totals.trained = (this.#totals.trained ?? 0) + trained
    this.#isCounted = true
    return tokens
  }

  /** Null of no row. */
  get totals(): TokenTotals | null {
    return this.#isCounted ? this.#totals : null
  }
}
