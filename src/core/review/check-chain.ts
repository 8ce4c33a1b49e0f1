import type { LedgerEntry } from '#record'
import { GENESIS_HASH } from './append-to.ts'
import { hashEntry } from './hash-entry.ts'

/** What is wrong, and at which entry. */
export interface ChainProblem {
  seq: number
  /** One sentence for a person. */
  problem: string
}

/** The answer of {@link checkChain}. */
export interface ChainCheck {
  ok: boolean
  /** Entries looked at. */
  entries: number
  /** Hash of the last entry; null for an empty ledger. */
  head: string | null
  problems: ChainProblem[]
}

/** How far the chain is known to be good: the next seq, and the hashes the next entry may follow; null when what it follows is missing. */
interface Link {
  seq: number
  hashes: readonly string[] | null
}

/**
 * Walks the ledger oldest first and names every entry that was changed, is missing or stands in the wrong place. Entries removed from the very
 * end leave no trace in the rest: compare `head` with a hash kept elsewhere, such as an export's manifest.
 */
export function checkChain(entries: readonly LedgerEntry[]): ChainCheck {
  const problems: ChainProblem[] = []
  const present = new Set(entries.map(({ seq }) => seq))
  let link: Link = { seq: 1, hashes: [GENESIS_HASH] }
  for (const [index, entry] of entries.entries()) {
    const computed = hashEntry(entry)
    const isIntact = computed === entry.hash
    const seq = isIntact || entries[index + 1]?.seq === entry.seq + 1 ? entry.seq : link.seq
    const placed = placeProblem(seq, link, present)
    if (placed) problems.push(placed)
    if (!isIntact) problems.push({ seq, problem: `Entry ${seq} was changed: its hash does not fit its content.` })
    else if (seq === link.seq && link.hashes?.includes(entry.previousHash) === false) {
      problems.push({ seq, problem: `Entry ${seq} does not follow entry ${seq - 1}: it names another previous hash.` })
    }
    // A changed entry spoils itself alone: the next one may name the hash it has or the hash it should have.
    link = { seq: Math.max(seq + 1, link.seq), hashes: seq < link.seq ? null : [entry.hash, computed] }
  }
  return { ok: problems.length === 0, entries: entries.length, head: entries.at(-1)?.hash ?? null, problems }
}

function placeProblem(seq: number, expected: Link, present: ReadonlySet<number>): ChainProblem | null {
  if (seq === expected.seq) return null
  if (seq < expected.seq)
    return { seq, problem: `Entry ${seq} stands behind entry ${expected.seq - 1}: entries were reordered or repeated.` }
  const last = seq - 1
  // What merely stands further down is named there.
  if (last - expected.seq < present.size && range(expected.seq, last).every((number) => present.has(number))) return null
  const missing = last === expected.seq ? `Entry ${last} is missing.` : `Entries ${expected.seq} to ${last} are missing.`
  return { seq: expected.seq, problem: missing }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
