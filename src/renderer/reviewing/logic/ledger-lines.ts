import { formatCount, formatCounted } from '../../widgets/format-number.ts'
import type { Entry } from '../types.ts'

/** Entries that were made in one go are one line. */
export interface LedgerLine {
  /** The newest of them. */
  entry: Entry
  /** How many entries it stands for. */
  count: number
  /** True when all of them are about one example: a text redacted wherever it stands is an entry a place. */
  isOneExample: boolean
}

/** Lines of entries given newest first. A batch's entries follow one another in the ledger, so that one line stands for those of the page. */
export function ledgerLines(entries: readonly Entry[]): LedgerLine[] {
  const lines: LedgerLine[] = []
  for (const entry of entries) {
    const before = lines.at(-1)
    if (before && isOneGo(before.entry, entry)) {
      before.count += 1
      before.isOneExample &&= before.entry.exampleId === entry.exampleId
    } else lines.push({ entry, count: 1, isOneExample: true })
  }
  return lines
}

function isOneGo(a: Entry, b: Entry): boolean {
  return a.batch !== undefined && a.batch === b.batch && a.kind === b.kind && a.reviewer === b.reviewer
}

const SAID: Record<Entry['kind'], string> = {
  accept: 'accepted',
  reject: 'rejected',
  clear: 'cleared the decision',
  note: 'noted',
  tag: 'tagged',
  untag: 'took the tag off',
  flag: 'flagged',
  unflag: 'took the flag off',
  mask: 'masked',
  unmask: 'unmasked',
  cut: 'cut the tail',
  uncut: 'took the cut back',
  redact: 'redacted',
  unredact: 'took a redaction back',
  pair: 'chose over another',
  unpair: 'took a pair back',
  undo: 'took back',
}

/** What a line says, in words: "accepted", "bulk: 312 accepted", "tagged loops", "took back entry 12". */
export function lineWords({ entry, count, isOneExample }: LedgerLine): string {
  if (count > 1 && entry.kind === 'undo') return `took back ${formatCounted(count, 'entry', 'entries')}`
  if (count > 1)
    return isOneExample ? `${SAID[entry.kind]}, ${formatCount(count)} times` : `bulk: ${formatCount(count)} ${SAID[entry.kind]}`
  return [SAID[entry.kind], detailOf(entry)].filter(Boolean).join(' ')
}

function detailOf({ kind, value, undoes }: Entry): string {
  if (kind === 'tag' || kind === 'untag') return value ?? ''
  if (kind === 'undo' && undoes !== null) return `entry ${formatCount(undoes)}`
  if (kind === 'mask' || kind === 'unmask') return messageCount(value)
  return ''
}

function messageCount(value: string | undefined): string {
  try {
    const indexes: unknown = JSON.parse(value ?? '')
    return Array.isArray(indexes) ? formatCounted(indexes.length, 'message') : ''
  } catch {
    return ''
  }
}

/** True for an answer about the example as a whole: these carry the mark of a decision. */
export function isAnswer({ kind }: Entry): boolean {
  return kind === 'accept' || kind === 'reject'
}
