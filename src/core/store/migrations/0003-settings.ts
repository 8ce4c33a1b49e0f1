import type { Migration } from './migration.ts'

/** What the workspace remembers by key: the recipe in force, exports made. Values are JSON. */
export const settings: Migration = {
  version: 3,
  sql: 'CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;',
}
