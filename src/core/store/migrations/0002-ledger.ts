import type { Migration } from './migration.ts'

/**
 * The ledger: each entry as the JSON it was hashed from. The triggers hold what code could forget: nothing is changed, nothing is removed, and a
 * new entry stands right behind the newest.
 */
export const ledger: Migration = {
  version: 2,
  sql: `
    CREATE TABLE ledger (
      seq INTEGER PRIMARY KEY,
      entry TEXT NOT NULL,
      CHECK (seq = entry ->> '$.seq')
    );
    CREATE INDEX ledger_example ON ledger (entry -> '$.exampleId', seq);
    CREATE TRIGGER ledger_follows BEFORE INSERT ON ledger
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
      OR NEW.entry ->> '$.previousHash' IS NOT
        coalesce((SELECT entry ->> '$.hash' FROM ledger ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT RAISE(ABORT, 'ledger: the entry does not follow the newest one'); END;
    CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'ledger: entries are never changed'); END;
    CREATE TRIGGER ledger_remembers BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'ledger: entries are never removed'); END;
  `,
}
