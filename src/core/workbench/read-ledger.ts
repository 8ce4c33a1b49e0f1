import { type Fault, fault, type LedgerEntry } from '#record'
import type { LedgerLine } from '#review'
import type { RecordStore } from '#store'

const PAGE = 10_000

/** The whole ledger as it is stored, oldest first. */
export function readLines(record: Pick<RecordStore, 'ledgerLines'>): LedgerLine[] {
  const lines: LedgerLine[] = []
  for (;;) {
    const page = record.ledgerLines({ afterSeq: lines.at(-1)?.seq ?? 0, limit: PAGE })
    for (const line of page) lines.push(line)
    if (page.length < PAGE) return lines
  }
}

/**
 * The whole ledger, oldest first. What cannot be read is left out and told: a workspace whose ledger is damaged still opens, so that it can be
 * checked and what is good in it can be used.
 */
export function readLedger(record: Pick<RecordStore, 'ledgerLines'>): { ledger: LedgerEntry[]; trouble: Fault | null } {
  const ledger: LedgerEntry[] = []
  let trouble: Fault | null = null
  for (const { seq, text } of readLines(record)) {
    const entry = parse(text)
    if (entry) ledger.push(entry)
    else trouble ??= unreadable(seq)
  }
  return { ledger, trouble }
}

function parse(text: string): LedgerEntry | null {
  try {
    return JSON.parse(text) as LedgerEntry
  } catch {
    return null
  }
}

function unreadable(seq: number): Fault {
  return fault('workspace-damaged', `Ledger entry ${seq} cannot be read: it counts no more.`, {
    culprit: `ledger entry ${seq}`,
    remedy: 'See all that is wrong with: winnow ledger --check. Then restore workspace.sqlite from a copy.',
  }).fault
}
