import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** A name for what examples there are with what content: another one after every change, never the same again. */
export function stateOf(db: DatabaseSyncInstance): string {
  return (db.prepare("SELECT value FROM meta WHERE key = 'state'").get() as { value: string }).value
}

/** Says, inside the transaction that does it, that examples change. */
export function changeState(db: DatabaseSyncInstance): void {
  db.prepare("UPDATE meta SET value = hex(randomblob(8)) WHERE key = 'state'").run()
}
