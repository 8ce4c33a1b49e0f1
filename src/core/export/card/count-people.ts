import type { Decision, LedgerEntry, Reason, Standing, Verdict } from '#record'
import { isOverride } from '../tally.ts'
import type { OverrideRate, PeopleFacts } from './people-facts.ts'

/** What the recipe says of an example that people spoke about. */
export interface JudgedExample {
  id: string
  verdict: Verdict | null
  reasons: readonly Pick<Reason, 'rule'>[]
}

type Counts = { accepted: number; rejected: number }

/** What people decided, by the ledger alone: so that a shipped ledger gives the same numbers again. */
export function countPeople(entries: readonly LedgerEntry[], standings: ReadonlyMap<string, Standing>): Omit<PeopleFacts, 'overrides'> {
  const reviewers = new Map<string, Counts & { entries: number }>()
  const reasons = new Map<string | null, Counts>()
  const all = { accepted: 0, rejected: 0, disputed: 0 }
  for (const { reviewer } of entries) at(reviewers, reviewer, () => ({ accepted: 0, rejected: 0, entries: 0 })).entries += 1
  for (const { decision, isDisputed, opinions } of standings.values()) {
    if (isDisputed) all.disputed += 1
    if (decision) all[keyOf(decision)] += 1
    for (const opinion of opinions) {
      const key = keyOf(opinion.decision)
      at(reviewers, opinion.reviewer, () => ({ accepted: 0, rejected: 0, entries: 0 }))[key] += 1
      at(reasons, opinion.reason, () => ({ accepted: 0, rejected: 0 }))[key] += 1
    }
  }
  return {
    ...all,
    byReviewer: inOrder(reviewers).map(([reviewer, counts]) => ({ reviewer, ...counts })),
    byReason: inOrder(reasons).map(([reason, counts]) => ({ reason, ...counts })),
  }
}

/** Counts how often people overruled the recipe, example by example. */
export class OverrideCount {
  readonly #all = { decided: 0, against: 0 }
  readonly #rules = new Map<string, { decided: number; against: number }>()
  readonly #reviewers = new Map<string, { decided: number; against: number }>()

  /** One example; without a verdict or an opinion it counts nowhere, in dispute by its reviewers alone. */
  add(
    { verdict, reasons }: Pick<JudgedExample, 'verdict' | 'reasons'>,
    { decision, opinions }: Pick<Standing, 'decision' | 'opinions'>,
  ): void {
    if (verdict === null) return
    for (const opinion of opinions) count(at(this.#reviewers, opinion.reviewer, zero), isOverride({ decision: opinion.decision, verdict }))
    if (decision === null) return
    count(this.#all, isOverride({ decision, verdict }))
    if (verdict === 'drop')
      for (const rule of new Set(reasons.map((reason) => reason.rule))) count(at(this.#rules, rule, zero), decision === 'accept')
  }

  /** The rates so far, by name. */
  rates(): PeopleFacts['overrides'] {
    return {
      ...rateOf(this.#all),
      byRule: inOrder(this.#rules).map(([rule, counts]) => ({ rule, ...rateOf(counts) })),
      byReviewer: inOrder(this.#reviewers).map(([reviewer, counts]) => ({ reviewer, ...rateOf(counts) })),
    }
  }
}

function zero() {
  return { decided: 0, against: 0 }
}

function count(counts: { decided: number; against: number }, isOverruled: boolean): void {
  counts.decided += 1
  if (isOverruled) counts.against += 1
}

function rateOf({ decided, against }: { decided: number; against: number }): OverrideRate {
  return { decided, against, rate: decided === 0 ? null : Math.round((against / decided) * 10_000) / 10_000 }
}

function keyOf(decision: Decision): keyof Counts {
  return decision === 'accept' ? 'accepted' : 'rejected'
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

/** By name; what has none comes first. */
function inOrder<Key extends string | null, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
}
