import type { Migration } from './migration.ts'

/**
 * What reviewing needs beside the ledger: every recipe somebody decided under, by the hash entries name; queues with their examples, chosen once; and
 * who skipped what. Ids are BLOBs and outside text is JSON, as everywhere.
 */
export const review: Migration = {
  version: 5,
  sql: `
    CREATE TABLE recipes (
      hash TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      text TEXT NOT NULL,
      rules TEXT NOT NULL,
      first_at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE queues (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      definition TEXT NOT NULL,
      made_at TEXT NOT NULL
    );
    CREATE TABLE queue_items (
      queue INTEGER NOT NULL REFERENCES queues ON DELETE CASCADE,
      place INTEGER NOT NULL,
      example BLOB NOT NULL,
      needs INTEGER NOT NULL,
      PRIMARY KEY (queue, place),
      UNIQUE (queue, example)
    ) WITHOUT ROWID;
    CREATE TABLE queue_skips (
      key INTEGER PRIMARY KEY,
      queue INTEGER NOT NULL REFERENCES queues ON DELETE CASCADE,
      example BLOB NOT NULL,
      reviewer TEXT NOT NULL,
      at TEXT NOT NULL,
      UNIQUE (queue, reviewer, example)
    );
  `,
}
