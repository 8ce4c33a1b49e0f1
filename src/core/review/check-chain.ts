import type { LedgerEntry } from '#record'
import { GENESIS_HASH } from './append-to.ts'
import { entryProblem } from './entry-problem.ts'
import { originOf } from './in-order.ts'
import { type LedgerLine, type ReadLine, readEntry, readLine } from './ledger-line.ts'

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

/** How far the chain is known to be good: the next seq, and the hash the next entry follows; null when that is not known any more. */
interface Link {
  seq: number
  hash: string | null
}

/**
 * Walks the ledger oldest first and names every entry that was changed, is missing, stands in the wrong place, or says what no Winnow would have
 * written there. Entries removed from the very end leave no trace in the rest: compare `head` with a hash kept elsewhere, such as an export's manifest.
 */
export function checkChain(entries: readonly LedgerEntry[]): ChainCheck {
  return checkRead(entries.map(readEntry))
}

/** The same of a ledger as it is stored, down to the last character: a line that is no JSON any more is one that was changed. */
export function checkLines(lines: readonly LedgerLine[]): ChainCheck {
  return checkRead(lines.map(readLine))
}

function checkRead(lines: readonly ReadLine[]): ChainCheck {
  const problems: ChainProblem[] = []
  const present = new Set(lines.map(({ entry, storedSeq }) => storedSeq ?? entry?.seq ?? 0))
  const sayings = sayingsCheck()
  let link: Link = { seq: 1, hash: GENESIS_HASH }
  for (const [index, line] of lines.entries()) {
    const { entry, isIntact } = line
    const seq = seqOf(line, lines[index + 1], link)
    const placed = placeProblem(seq, link, present)
    if (placed) problems.push(placed)
    if (!entry) problems.push({ seq, problem: `Entry ${seq} was changed: it is no entry any more.` })
    else if (!isIntact) problems.push({ seq, problem: `Entry ${seq} was changed: its hash does not fit its content.` })
    else if (seq === link.seq && link.hash !== null && entry.previousHash !== link.hash) {
      problems.push({ seq, problem: `Entry ${seq} does not follow entry ${seq - 1}: it names another previous hash.` })
    }
    const said = entry && isIntact && seq >= link.seq ? sayings(entry) : null
    if (said) problems.push({ seq, problem: `Entry ${seq} ${said}.` })
    // A changed entry spoils itself alone: which hash it had cannot be told, so the next one is not asked for it.
    link = { seq: Math.max(seq + 1, link.seq), hash: entry && isIntact && seq >= link.seq ? entry.hash : null }
  }
  const head = lines.findLast(({ entry }) => entry !== null)?.entry?.hash ?? null
  return { ok: problems.length === 0, entries: lines.length, head, problems }
}

/** The place of an entry: its own word where it is intact, else where it is stored, else what stands around it. */
function seqOf({ entry, storedSeq, isIntact }: ReadLine, next: ReadLine | undefined, expected: Link): number {
  if (entry && isIntact) return entry.seq
  if (storedSeq !== null) return storedSeq
  return entry && next?.entry?.seq === entry.seq + 1 ? entry.seq : expected.seq
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

/** Looks at what entries say, one after the other: in themselves, of the entries before them, and of where they came from. */
function sayingsCheck(): (entry: LedgerEntry) => string | null {
  const about = new Map<number, string>()
  const origins = new Set<string>()
  let latest = ''
  return (entry) => {
    const alone = entryProblem(entry)
    if (alone) return alone
    const { seq, time, exampleId, undoes, originHash } = entry
    const origin = originOf(entry)
    const problem =
      (undoes !== null && undoes >= seq && 'takes back an entry that comes after it') ||
      (undoes !== null && (about.get(undoes) ?? exampleId) !== exampleId && `takes back entry ${undoes}, which is about another example`) ||
      (originHash === undefined && time < latest && 'was said before an entry in front of it') ||
      (origins.has(origin) && 'came from another ledger a second time') ||
      null
    about.set(seq, exampleId)
    origins.add(origin)
    if (time > latest) latest = time
    return problem
  }
}
