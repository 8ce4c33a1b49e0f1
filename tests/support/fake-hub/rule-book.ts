import type { Answer } from './answer.ts'
import type { Mishap, Rule } from './types.ts'

/** A request that may go wrong. */
export interface Chance {
  host: 'hub' | 'content'
  /** Path with query. */
  url: string
  answer: Answer
}

/** Counts requests against rules. */
export interface RuleBook {
  /** The mishap of the first rule whose turn it is; every rule that matches counts the request. */
  next(chance: Chance): Mishap | null
  /** The same for rules of what happens before anything is done. */
  before(request: Omit<Chance, 'answer'>): Mishap | null
}

const RESOLVE = /^\/datasets\/[^/]+\/[^/]+\/resolve\//

/** A book in which nothing has happened yet. */
export function ruleBook(rules: readonly Rule[]): RuleBook {
  const counted = rules.map((rule) => ({ rule, seen: 0, done: 0 }))
  const take = (isDue: (rule: Rule) => boolean): Mishap | null => {
    const due = counted.filter((one) => {
      if (!isDue(one.rule)) return false
      one.seen++
      return one.seen % (one.rule.every ?? 1) === 0 && one.done < (one.rule.times ?? Number.POSITIVE_INFINITY)
    })[0]
    if (!due) return null
    due.done++
    return due.rule.mishap
  }
  return {
    next: (chance) => take((rule) => !rule.isBefore && isMatch(rule, chance) && canHappen(rule.mishap, chance)),
    before: (request) => take((rule) => rule.isBefore === true && isMatch(rule, request)),
  }
}

function isMatch({ match }: Rule, { host, url }: Omit<Chance, 'answer'>): boolean {
  return match ? url.search(match) >= 0 : host === 'content' || RESOLVE.test(url)
}

/** A range can only be ignored where one was asked for, a body only be cut where there is one. */
function canHappen({ kind }: Mishap, { host, url, answer }: Chance): boolean {
  if (kind === 'truncate' || kind === 'wrong-length' || kind === 'slow') return answer.status < 300 && answer.body.length > 0
  if (kind === 'ignore-range') return answer.served !== undefined && answer.served.span !== null
  if (kind === 'other-etag') return 'ETag' in answer.headers
  return kind !== 'redirect' || (host === 'hub' && RESOLVE.test(url))
}
