import type { Migration } from './migration.ts'

/**
 * Sources, how far their files were read, examples with their bodies, rejections. Ids are BLOBs (UTF-8) and outside text is JSON, because SQLite
 * cuts text at a NUL; bodies sit apart so that walking examples never reads them.
 */
export const rows: Migration = {
  version: 1,
  sql: `
    CREATE TABLE sources (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      uri TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      revision TEXT NOT NULL,
      added_at TEXT NOT NULL
    );
    CREATE TABLE files (
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      path TEXT NOT NULL,
      next_row INTEGER NOT NULL,
      is_done INTEGER NOT NULL,
      PRIMARY KEY (source, path)
    ) WITHOUT ROWID;
    CREATE TABLE examples (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      file TEXT NOT NULL,
      row INTEGER NOT NULL,
      revision TEXT NOT NULL,
      hints TEXT NOT NULL,
      shape TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      UNIQUE (source, file, row)
    );
    CREATE TABLE bodies (
      example INTEGER PRIMARY KEY REFERENCES examples ON DELETE CASCADE,
      gzip BLOB NOT NULL
    );
    CREATE TABLE rejections (
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      file TEXT NOT NULL,
      row INTEGER NOT NULL,
      revision TEXT NOT NULL,
      kind TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (source, file, row)
    );
  `,
}
