import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { migrate, refuseNewer, schemaVersion } from './migrate.ts'
import { sqliteFault } from './sqlite-fault.ts'

/**
 * Opens workspace.sqlite and makes or migrates its schema. What is committed is on the disk, power loss included.
 *
 * @throws FaultError `workspace-newer`, `workspace-damaged`, `workspace-busy`, `read-only`, `disk-full` or `unreadable`
 */
export function openDatabase(path: string): DatabaseSyncInstance {
  let db: DatabaseSyncInstance | null = null
  try {
    db = new DatabaseSync(path)
    // The folder may come from somebody else: its schema must not call functions with side effects.
    db.exec('PRAGMA trusted_schema = OFF')
    const version = schemaVersion(db, path)
    refuseNewer(version, path)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    // Ids come in no order, so a batch of rows touches a page of their index each: they are kept in memory (32 MB), and folded into the file
    // every 16 MB of log, since a page that many batches touched is written once.
    db.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000')
    migrate(db, version)
    return db
  } catch (error) {
    if (db) closeDatabase(db)
    throw sqliteFault(error, path)
  }
}

/**
 * Folds the log into the file and lets go of it. The binding keeps a closed database open until its statements are collected, so SQLite would not
 * fold by itself; should the disk refuse, the log is read at the next start.
 */
export function closeDatabase(db: DatabaseSyncInstance): void {
  if (!db.isOpen) return
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {}
  db.close()
}
