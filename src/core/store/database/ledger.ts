import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault, type LedgerEntry } from '#record'
import type { RecordStore } from '../types.ts'
import { keepBodies } from './body-cache.ts'
import { encodeText } from './encode.ts'
import { transaction } from './transaction.ts'

interface LedgerLine {
  seq: number
  entry: string
}

/** The append-only log of what people said. The database refuses an entry that does not follow the newest. */
export function ledgerTable(
  db: DatabaseSyncInstance,
): Pick<RecordStore, 'appendEntries' | 'ledgerHead' | 'ledger' | 'ledgerLines' | 'recentEntries' | 'ledgerOf'> {
  return {
    appendEntries(entries) {
      const insert = db.prepare('INSERT INTO ledger (seq, entry) VALUES (?, ?)')
      transaction(db, () => {
        for (const entry of entries) appendOne(() => insert.run(entry.seq, JSON.stringify(entry)), entry)
        keepBodies(
          db,
          entries.map(({ exampleId }) => exampleId),
        )
      })
    },
    ledgerHead() {
      const line = db.prepare('SELECT seq, entry FROM ledger ORDER BY seq DESC LIMIT 1').get() as LedgerLine | undefined
      if (!line) return null
      const { hash, time } = toEntry(line)
      return { seq: line.seq, hash, time }
    },
    ledger: ({ afterSeq, limit }) =>
      (db.prepare('SELECT seq, entry FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?').all(afterSeq, limit) as LedgerLine[]).map(toEntry),
    ledgerLines: ({ afterSeq, limit }) =>
      db.prepare('SELECT seq, entry AS text FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?').all(afterSeq, limit) as {
        seq: number
        text: string
      }[],
    recentEntries: ({ beforeSeq, limit }) =>
      (
        db
          .prepare('SELECT seq, entry FROM ledger WHERE seq < ? ORDER BY seq DESC LIMIT ?')
          .all(beforeSeq ?? Number.MAX_SAFE_INTEGER, limit) as LedgerLine[]
      ).map(toEntry),
    ledgerOf: (exampleId) =>
      (
        db.prepare("SELECT seq, entry FROM ledger WHERE entry -> '$.exampleId' = ? ORDER BY seq").all(encodeText(exampleId)) as LedgerLine[]
      ).map(toEntry),
  }
}

function appendOne(insert: () => unknown, { seq }: LedgerEntry): void {
  try {
    insert()
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('ledger:')) throw error
    throw fault('conflict', `Entry ${seq} was not added to the ledger: something else was decided in between.`, {
      culprit: `ledger entry ${seq}`,
      remedy: 'Look at the example again and repeat the decision.',
      cause: error,
    })
  }
}

function toEntry({ seq, entry }: LedgerLine): LedgerEntry {
  try {
    return JSON.parse(entry) as LedgerEntry
  } catch (cause) {
    throw fault('workspace-damaged', `Ledger entry ${seq} is damaged: it is no JSON.`, {
      culprit: `ledger entry ${seq}`,
      remedy: 'Restore workspace.sqlite from a copy.',
      cause,
    })
  }
}
