import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import { MIGRATIONS, type Migration } from '../migrations/index.ts'
import { transaction } from './transaction.ts'

/**
 * The schema version of an open database: 0 for an empty one.
 *
 * @throws FaultError `workspace-damaged` when the database belongs to something else
 */
export function schemaVersion(db: DatabaseSyncInstance, path: string): number {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
  if (tables.length === 0) return 0
  const isOurs = tables.some(({ name }) => name === 'meta')
  const found = isOurs ? (db.prepare("SELECT value FROM meta WHERE key = 'schema'").get() as { value: unknown } | undefined) : undefined
  const version = Number(found?.value)
  if (Number.isInteger(version) && version > 0) return version
  throw fault('workspace-damaged', `${path} is a database, but not a Winnow workspace.`, {
    culprit: path,
    remedy: 'Choose another folder, or restore the file from a copy.',
  })
}

/** @throws FaultError `workspace-newer` when a later Winnow wrote the database; nothing has been changed then */
export function refuseNewer(version: number, path: string, newest: number = MIGRATIONS.length): void {
  if (version <= newest) return
  throw fault('workspace-newer', `${path} was written by a newer Winnow (schema ${version}; this one knows up to ${newest}).`, {
    culprit: path,
    remedy: 'Update Winnow, or open another workspace.',
  })
}

/**
 * Brings the schema from `version` to the newest, one transaction a step: a stop in between leaves a good older schema. Foreign keys are off
 * meanwhile, since a table that is replaced by a wider one must not take along what refers to it (https://sqlite.org/lang_altertable.html#otheralter).
 */
export function migrate(db: DatabaseSyncInstance, version: number, migrations: readonly Migration[] = MIGRATIONS): void {
  db.exec('PRAGMA foreign_keys = OFF')
  for (const step of migrations.filter((migration) => migration.version > version)) {
    transaction(db, () => {
      db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID')
      db.exec(step.sql)
      db.prepare("INSERT INTO meta VALUES ('schema', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(step.version)
    })
  }
  db.exec('PRAGMA foreign_keys = ON')
}
