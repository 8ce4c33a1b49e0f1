import type { LedgerEntry } from '#record'
import { hashEntry } from './hash-entry.ts'

/** An entry as it is stored: JSON, at the place it was given. */
export interface LedgerLine {
  seq: number
  text: string
}

/** A line, read. */
export interface ReadLine {
  /** The place it stands at, which nothing in its text vouches for; null where only the entry tells. */
  storedSeq: number | null
  /** Null when the text holds none. */
  entry: LedgerEntry | null
  /** The text is, to the last character, what was written. */
  isIntact: boolean
}

/** Reads a stored line, whatever is in it; in a file it is the text alone that tells its place, and `seq` is null. */
export function readLine({ seq, text }: Pick<LedgerLine, 'text'> & { seq: number | null }): ReadLine {
  const entry = parse(text)
  const read = readEntry(entry)
  // One value can be written in several ways: only one of them was.
  return { ...read, storedSeq: seq, isIntact: read.isIntact && JSON.stringify(entry) === text }
}

/** The same of an entry that is read already. */
export function readEntry(entry: LedgerEntry | null): ReadLine {
  return { storedSeq: null, entry, isIntact: entry !== null && hashEntry(entry) === entry.hash }
}

function parse(text: string): LedgerEntry | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LedgerEntry) : null
  } catch {
    return null
  }
}
