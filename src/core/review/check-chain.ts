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

/** Entries that are missing where this stands, unless they come further down. */
interface Gap {
  first: number
  last: number
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
  const walk = new ChainWalk()
  for (const line of lines) walk.add(line)
  return walk.end()
}

/** The same line by line, for ledgers of any length: of an entry that was looked at only its hash stays, and which example it is about. */
export class ChainWalk {
  readonly #found: (ChainProblem | Gap)[] = []
  /** Entries that stand behind later ones. */
  readonly #late = new Set<number>()
  readonly #sayings = sayingsCheck()
  #link: Link = { seq: 1, hash: GENESIS_HASH }
  /** What stands behind an entry can tell where it is. */
  #held: ReadLine | null = null
  #entries = 0
  #head: string | null = null

  /** Takes the next line. */
  add(line: ReadLine): void {
    if (this.#held) this.#look(this.#held, line)
    this.#held = line
    this.#entries += 1
    if (line.entry) this.#head = line.entry.hash
  }

  /** What came of it; no more is added. */
  end(): ChainCheck {
    if (this.#held) this.#look(this.#held, undefined)
    this.#held = null
    const problems = this.#found.flatMap((found) => ('problem' in found ? [found] : this.#missing(found)))
    return { ok: problems.length === 0, entries: this.#entries, head: this.#head, problems }
  }

  #look(line: ReadLine, next: ReadLine | undefined): void {
    const { entry, isIntact } = line
    const { seq: expected, hash } = this.#link
    const seq = seqOf(line, next, expected)
    const tell = (problem: string) => this.#found.push({ seq, problem })
    if (seq > expected) this.#found.push({ first: expected, last: seq - 1 })
    if (seq < expected) {
      this.#late.add(seq)
      tell(`Entry ${seq} stands behind entry ${expected - 1}: entries were reordered or repeated.`)
    }
    if (!entry) tell(`Entry ${seq} was changed: it is no entry any more.`)
    else if (!isIntact) tell(`Entry ${seq} was changed: its hash does not fit its content.`)
    else if (seq === expected && hash !== null && entry.previousHash !== hash)
      tell(`Entry ${seq} does not follow entry ${seq - 1}: it names another previous hash.`)
    const said = entry && isIntact && seq >= expected ? this.#sayings(entry) : null
    if (said) tell(`Entry ${seq} ${said}.`)
    // A changed entry spoils itself alone: which hash it had cannot be told, so the next one is not asked for it.
    this.#link = { seq: Math.max(seq + 1, expected), hash: entry && isIntact && seq >= expected ? entry.hash : null }
  }

  #missing({ first, last }: Gap): ChainProblem[] {
    // What merely stands further down is named there.
    if (last - first < this.#late.size && range(first, last).every((number) => this.#late.has(number))) return []
    return [{ seq: first, problem: last === first ? `Entry ${last} is missing.` : `Entries ${first} to ${last} are missing.` }]
  }
}

/** The place of an entry: its own word where it is intact, else where it is stored, else what stands around it. */
function seqOf({ entry, storedSeq, isIntact }: ReadLine, next: ReadLine | undefined, expected: number): number {
  if (entry && isIntact) return entry.seq
  if (storedSeq !== null) return storedSeq
  return entry && next?.entry?.seq === entry.seq + 1 ? entry.seq : expected
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
