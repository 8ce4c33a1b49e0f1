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
}

const RESOLVE = /^\/datasets\/[^/]+\/[^/]+\/resolve\//

/** A book in which nothing has happened yet. */
export function ruleBook(rules: readonly Rule[]): RuleBook {
  const counted = rules.map((rule) => ({ rule, seen: 0, done: 0 }))
  return {
    next(chance) {
      const due = counted.filter((one) => {
        if (!isMatch(one.rule, chance) || !canHappen(one.rule.mishap, chance)) return false
        one.seen++
        return one.seen % (one.rule.every ?? 1) === 0 && one.done < (one.rule.times ?? Number.POSITIVE_INFINITY)
      })[0]
      if (!due) return null
      due.done++
      return due.rule.mishap
    },
  }
}

function isMatch({ match }: Rule, { host, url }: Chance): boolean {
  return match ? url.search(match) >= 0 : host === 'content' || RESOLVE.test(url)
}

/** A range can only be ignored where one was asked for, a body only be cut where there is one. */
function canHappen({ kind }: Mishap, { host, url, answer }: Chance): boolean {
  if (kind === 'truncate' || kind === 'wrong-length' || kind === 'slow') return answer.status < 300 && answer.body.length > 0
  if (kind === 'ignore-range') return answer.served !== undefined && answer.served.span !== null
  if (kind === 'other-etag') return 'ETag' in answer.headers
  return kind !== 'redirect' || (host === 'hub' && RESOLVE.test(url))
}
