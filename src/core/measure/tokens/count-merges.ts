import { countLongMerges } from './count-long-merges.ts'
import { hashBetween, hashWith } from './hash.ts'
import { NO_RANK, type TokenTable } from './token-table.ts'

/** Up to so many bytes, looking at every pair for each merge is quicker than keeping a heap of them. */
const SHORT = 64

/** Where each part starts, and where the last one ends. */
const starts = new Int32Array(SHORT + 1)
/** Hash of the bytes before each. */
const hashes = new Int32Array(SHORT + 1)
/** Rank of each part joined with the next. */
const ranks = new Int32Array(SHORT)

/**
 * Number of tokens byte-pair merging leaves of one piece: again and again the pair of neighbours with the lowest rank becomes one part,
 * the leftmost among equals, as tiktoken does.
 * @param units the piece's bytes, one in each unit, from `from` to before `to`
 */
export function countMerges(units: Uint16Array, from: number, to: number, tokens: TokenTable): number {
  if (to - from > SHORT) return countLongMerges(units, from, to, tokens)
  let parts = to - from
  for (let part = 0; part <= parts; part += 1) {
    starts[part] = from + part
    hashes[part + 1] = hashWith(hashes[part] ?? 0, units[from + part] ?? 0)
  }
  for (let part = 0; part < parts; part += 1) ranks[part] = rankAt(units, from, part, parts, tokens)
  for (let best = lowest(parts); ranks[best] !== NO_RANK; best = lowest(parts)) {
    parts -= 1
    for (let part = best + 1; part <= parts; part += 1) {
      starts[part] = starts[part + 1] ?? 0
      ranks[part] = ranks[part + 1] ?? 0
    }
    ranks[best] = rankAt(units, from, best, parts, tokens)
    if (best > 0) ranks[best - 1] = rankAt(units, from, best - 1, parts, tokens)
  }
  return parts
}

function rankAt(units: Uint16Array, from: number, part: number, parts: number, tokens: TokenTable): number {
  if (part + 1 >= parts) return NO_RANK
  const start = starts[part] ?? 0
  const end = starts[part + 2] ?? 0
  return tokens.rank(units, start, end, hashBetween(hashes[start - from] ?? 0, hashes[end - from] ?? 0, end - start))
}

function lowest(parts: number): number {
  let best = 0
  for (let part = 1; part < parts; part += 1) if ((ranks[part] ?? 0) < (ranks[best] ?? 0)) best = part
  return best
}
