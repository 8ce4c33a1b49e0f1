import type { LedgerEntry } from '#record'
import { checkChain } from '#review'
import { type Act, type Expected, entriesOf } from './act.ts'

/** What one process asked for, in order; `made` is null where the answer names no entry, and absent while nothing was answered. */
export interface Asked {
  act: Act
  made?: { seq: number; hash: string } | null
}

/** What a kill left behind, held against what was asked for. */
export interface Round {
  /** Entries of acknowledged calls, all found. */
  acknowledged: number
  /** Entries of the one call in flight, which came through as a whole. */
  inFlight: number
  problems: string[]
}

/**
 * Holds the entries that are there after a kill against what was asked for before it, and appends them to the ledger known so far. Every acknowledged
 * call must be there as a whole, with the hash its answer named; of the one in flight all or nothing; and nothing else.
 */
export function checkRound(ledger: LedgerEntry[], found: readonly LedgerEntry[], asked: readonly Asked[]): Round {
  const round: Round = { acknowledged: 0, inFlight: 0, problems: [] }
  const rest = [...found]
  for (const { act, made } of asked) {
    const expected = entriesOf(act, ledger)
    const isInFlight = made === undefined
    if (isInFlight && rest.length === 0) continue
    const got = rest.splice(0, expected.length)
    const problem = differs(expected, got) ?? (made && !isEnd(made, got) ? 'has another hash than was acknowledged' : null)
    if (problem) round.problems.push(`${isInFlight ? 'in flight' : 'acknowledged'}, ${JSON.stringify(act).slice(0, 300)} ${problem}`)
    for (const entry of got) ledger.push(entry)
    if (isInFlight) round.inFlight += got.length
    else round.acknowledged += got.length
  }
  if (rest.length > 0) round.problems.push(`${rest.length} entries that nobody asked for, from ${rest[0]?.seq}`)
  for (const entry of rest) ledger.push(entry)
  for (const { problem } of checkChain(ledger).problems) round.problems.push(problem)
  return round
}

function differs(expected: readonly Expected[], got: readonly LedgerEntry[]): string | null {
  if (got.length < expected.length) return `has ${got.length} of its ${expected.length} entries`
  const at = expected.findIndex((one, n) => {
    const entry = got[n]
    return (Object.keys(one) as (keyof Expected)[]).some((key) => entry?.[key] !== one[key])
  })
  if (at >= 0) return `has ${JSON.stringify(got[at])} where ${JSON.stringify(expected[at])} should be`
  const isOneBatch = new Set(got.map(({ batch }) => batch)).size <= 1
  return isOneBatch ? null : 'is in several batches'
}

function isEnd(made: { seq: number; hash: string }, got: readonly LedgerEntry[]): boolean {
  const last = got.at(-1)
  return last?.seq === made.seq && last.hash === made.hash
}
