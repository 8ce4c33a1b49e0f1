import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { BodyCache, RecordStore } from '../types.ts'
import { encodeId } from './encode.ts'
import { transaction } from './transaction.ts'

/** A number behind those of all bodies that may go: looks are put in order by counting them, since clocks go back. */
export function nextUse(db: DatabaseSyncInstance): number {
  return (db.prepare('SELECT coalesce(max(used), 0) + 1 AS next FROM examples WHERE used IS NOT NULL').get() as { next: number }).next
}

/**
 * Bodies that could be fetched again: which were looked at, which must stay, which go. The file never shrinks: SQLite fills the pages of those that
 * went with the next ones, and giving them back to the disk would rewrite the whole file.
 */
export function bodyCache(db: DatabaseSyncInstance): Pick<RecordStore, 'touchBodies' | 'markExported' | 'bodyCache' | 'evictBodies'> {
  const held = (): BodyCache =>
    db
      .prepare(
        `SELECT coalesce(sum(bodies), 0) AS rows, coalesce(sum(body_bytes), 0) AS bytes, coalesce(sum(kept), 0) AS keptRows,
           coalesce(sum(kept_bytes), 0) AS keptBytes
         FROM tallies t JOIN sources s ON s.key = t.source WHERE s.kind = 'hub'`,
      )
      .get() as unknown as BodyCache
  return {
    touchBodies(ids) {
      transaction(db, () => {
        const touch = db.prepare('UPDATE examples SET used = ? WHERE id = ? AND used IS NOT NULL')
        const now = nextUse(db)
        for (const id of ids) touch.run(now, encodeId(id))
      })
    },
    markExported(ids) {
      transaction(db, () => keepBodies(db, ids))
    },
    bodyCache: held,
    evictBodies(bytes) {
      const { bytes: all, keptBytes } = held()
      return transaction(db, () => evict(db, all - keptBytes - bytes))
    },
  }
}

/** Marks examples whose bodies must stay, if they are here. */
export function keepBodies(db: DatabaseSyncInstance, ids: readonly string[]): void {
  const keep = db.prepare('UPDATE examples SET is_kept = 1, used = NULL WHERE id = ? AND NOT is_kept')
  for (const id of ids) keep.run(encodeId(id))
}

/** Removes candidates, oldest use first, until at least `excess` bytes are free. */
function evict(db: DatabaseSyncInstance, excess: number): { rows: number; bytes: number } {
  const freed = { rows: 0, bytes: 0 }
  const oldest = db.prepare('SELECT key, body_bytes FROM examples WHERE used IS NOT NULL ORDER BY used, key LIMIT 1')
  const note = db.prepare('UPDATE examples SET body_bytes = NULL, used = NULL WHERE key = ?')
  const remove = db.prepare('DELETE FROM bodies WHERE example = ?')
  while (freed.bytes < excess) {
    const line = oldest.get() as { key: number; body_bytes: number } | undefined
    if (!line) break
    note.run(line.key)
    remove.run(line.key)
    freed.rows++
    freed.bytes += line.body_bytes
  }
  return freed
}
