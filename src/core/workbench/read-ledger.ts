import { type Fault, fault, type LedgerEntry } from '#record'
import type { LedgerLine } from '#review'
import type { RecordStore } from '#store'

/** Lines read from the disk in one go: some milliseconds of the thread, and of whoever looks at them. */
const PAGE = 1_000

/** The whole ledger as it is stored, oldest first, a page at a time. */
export function* ledgerPages(record: Pick<RecordStore, 'ledgerLines'>): Generator<LedgerLine[]> {
  for (let afterSeq = 0; ; ) {
    const page = record.ledgerLines({ afterSeq, limit: PAGE })
    yield page
    if (page.length < PAGE) return
    afterSeq = page.at(-1)?.seq ?? afterSeq
  }
}

/**
 * The whole ledger, oldest first. What cannot be read is left out and told: a workspace whose ledger is damaged still opens, so that it can be
 * checked and what is good in it can be used.
 */
export function readLedger(record: Pick<RecordStore, 'ledgerLines'>): { ledger: LedgerEntry[]; trouble: Fault | null } {
  const ledger: LedgerEntry[] = []
  let trouble: Fault | null = null
  for (const page of ledgerPages(record)) {
    for (const { seq, text } of page) {
      const entry = parse(text)
      if (entry) ledger.push(entry)
      else trouble ??= unreadable(seq)
    }
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
