import type { Migration } from './migration.ts'

/**
 * Rows that are only indexed, and bodies that come and go. Where a row is from is told once an origin (a file at a revision) instead of in every
 * row: an index of half a million rows is half as large, and moving a source to a revision that left a file alone rewrites one line.
 *
 * files.revision: the source's revision its progress is about; '' when none is. examples.small: see small.ts; null for rows stored before it was
 * there, which all have a body. examples.body_bytes: packed size, null without a body. examples.used: rises with every look at a body that may be
 * evicted; null for all others. tallies: sums over examples, held by triggers.
 */
export const index: Migration = {
  version: 4,
  sql: `
    ALTER TABLE sources ADD COLUMN column_map TEXT;
    ALTER TABLE sources ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
    UPDATE sources SET rejected = (SELECT count(*) FROM rejections r WHERE r.source = sources.key);

    ALTER TABLE files RENAME TO old_files;
    CREATE TABLE files (
      key INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      path TEXT NOT NULL,
      revision TEXT NOT NULL DEFAULT '',
      next_row INTEGER NOT NULL DEFAULT 0,
      is_done INTEGER NOT NULL DEFAULT 0,
      is_indexed INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0,
      etag TEXT,
      config TEXT,
      split TEXT,
      UNIQUE (source, path)
    );
    INSERT INTO files (source, path, revision, next_row, is_done, is_indexed)
      SELECT f.source, f.path, s.revision, f.next_row, f.is_done, f.is_done FROM old_files f JOIN sources s ON s.key = f.source;
    INSERT OR IGNORE INTO files (source, path) SELECT DISTINCT source, file FROM examples;
    DROP TABLE old_files;

    CREATE TABLE origins (
      key INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
      revision TEXT NOT NULL,
      hints TEXT NOT NULL,
      UNIQUE (file, revision)
    );
    CREATE INDEX origins_source ON origins (source);
    INSERT INTO origins (source, file, revision, hints)
      SELECT e.source, f.key, e.revision, max(e.hints) FROM examples e JOIN files f ON f.source = e.source AND f.path = e.file
      GROUP BY f.key, e.revision;

    CREATE TABLE tallies (
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      shape TEXT NOT NULL,
      examples INTEGER NOT NULL,
      bodies INTEGER NOT NULL,
      body_bytes INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      kept_bytes INTEGER NOT NULL,
      PRIMARY KEY (source, shape)
    ) WITHOUT ROWID;

    CREATE TABLE placed_examples (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      origin INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE,
      row INTEGER NOT NULL,
      shape TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      body_bytes INTEGER,
      used INTEGER,
      is_kept INTEGER NOT NULL DEFAULT 0,
      small TEXT,
      UNIQUE (origin, row)
    );
    INSERT INTO placed_examples (key, id, origin, row, shape, content_hash, body_bytes, is_kept)
      SELECT e.key, e.id, o.key, e.row, e.shape, e.content_hash, length(b.gzip),
        e.id IN (SELECT CAST(entry ->> '$.exampleId' AS BLOB) FROM ledger)
      FROM examples e
        JOIN files f ON f.source = e.source AND f.path = e.file
        JOIN origins o ON o.file = f.key AND o.revision = e.revision
        LEFT JOIN bodies b ON b.example = e.key;
    DROP TABLE examples;
    ALTER TABLE placed_examples RENAME TO examples;
    CREATE INDEX examples_used ON examples (used) WHERE used IS NOT NULL;
    INSERT INTO tallies
      SELECT o.source, e.shape, count(*), count(e.body_bytes), total(e.body_bytes), 0, 0
      FROM examples e JOIN origins o ON o.key = e.origin GROUP BY o.source, e.shape;
    UPDATE tallies SET
      kept = (SELECT count(*) FROM examples e JOIN origins o ON o.key = e.origin
        WHERE o.source = tallies.source AND e.shape = tallies.shape AND e.is_kept AND e.body_bytes IS NOT NULL),
      kept_bytes = (SELECT coalesce(sum(e.body_bytes), 0) FROM examples e JOIN origins o ON o.key = e.origin
        WHERE o.source = tallies.source AND e.shape = tallies.shape AND e.is_kept);

    CREATE TRIGGER examples_come AFTER INSERT ON examples BEGIN
      INSERT INTO tallies VALUES ((SELECT source FROM origins WHERE key = NEW.origin), NEW.shape, 1, NEW.body_bytes IS NOT NULL,
        coalesce(NEW.body_bytes, 0), NEW.is_kept AND NEW.body_bytes IS NOT NULL, NEW.is_kept * coalesce(NEW.body_bytes, 0))
      ON CONFLICT DO UPDATE SET examples = examples + 1, bodies = bodies + excluded.bodies, body_bytes = body_bytes + excluded.body_bytes,
        kept = kept + excluded.kept, kept_bytes = kept_bytes + excluded.kept_bytes;
    END;
    CREATE TRIGGER examples_go AFTER DELETE ON examples BEGIN
      UPDATE tallies SET examples = examples - 1, bodies = bodies - (OLD.body_bytes IS NOT NULL),
        body_bytes = body_bytes - coalesce(OLD.body_bytes, 0), kept = kept - (OLD.is_kept AND OLD.body_bytes IS NOT NULL),
        kept_bytes = kept_bytes - OLD.is_kept * coalesce(OLD.body_bytes, 0)
      WHERE source = (SELECT source FROM origins WHERE key = OLD.origin) AND shape = OLD.shape;
    END;
    CREATE TRIGGER examples_change AFTER UPDATE OF shape, body_bytes, is_kept ON examples
    WHEN OLD.shape <> NEW.shape OR OLD.body_bytes IS NOT NEW.body_bytes OR OLD.is_kept <> NEW.is_kept BEGIN
      UPDATE tallies SET examples = examples - 1, bodies = bodies - (OLD.body_bytes IS NOT NULL),
        body_bytes = body_bytes - coalesce(OLD.body_bytes, 0), kept = kept - (OLD.is_kept AND OLD.body_bytes IS NOT NULL),
        kept_bytes = kept_bytes - OLD.is_kept * coalesce(OLD.body_bytes, 0)
      WHERE source = (SELECT source FROM origins WHERE key = OLD.origin) AND shape = OLD.shape;
      INSERT INTO tallies VALUES ((SELECT source FROM origins WHERE key = NEW.origin), NEW.shape, 1, NEW.body_bytes IS NOT NULL,
        coalesce(NEW.body_bytes, 0), NEW.is_kept AND NEW.body_bytes IS NOT NULL, NEW.is_kept * coalesce(NEW.body_bytes, 0))
      ON CONFLICT DO UPDATE SET examples = examples + 1, bodies = bodies + excluded.bodies, body_bytes = body_bytes + excluded.body_bytes,
        kept = kept + excluded.kept, kept_bytes = kept_bytes + excluded.kept_bytes;
    END;
    CREATE TRIGGER rejections_come AFTER INSERT ON rejections BEGIN
      UPDATE sources SET rejected = rejected + 1 WHERE key = NEW.source;
    END;
    CREATE TRIGGER rejections_go AFTER DELETE ON rejections BEGIN
      UPDATE sources SET rejected = rejected - 1 WHERE key = OLD.source;
    END;
    INSERT INTO meta VALUES ('state', hex(randomblob(8)));
  `,
}
