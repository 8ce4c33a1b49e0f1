import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import type { FileProgress, RecordStore, StoredSource } from '../types.ts'
import { decodeNullable, decodeText, encodeText } from './encode.ts'
import { transaction } from './transaction.ts'

interface SourceLine {
  key: number
  uri: string
  kind: string
  revision: string
  added_at: string
  examples: number
  rejected: number
  files: number
  open_files: number
}

const SELECT = `
  SELECT s.*,
    (SELECT count(*) FROM examples e WHERE e.source = s.key) AS examples,
    (SELECT count(*) FROM rejections r WHERE r.source = s.key) AS rejected,
    (SELECT count(*) FROM files f WHERE f.source = s.key) AS files,
    (SELECT count(*) FROM files f WHERE f.source = s.key AND NOT f.is_done) AS open_files
  FROM sources s`

/** `s12` for key 12. */
export const sourceIdOf = (key: number): string => `s${key}`

/** The key behind a source id; undefined when it is not one. */
export function sourceKeyOf(id: string): number | undefined {
  return /^s[1-9]\d{0,14}$/.test(id) ? Number(id.slice(1)) : undefined
}

/** Sources and how far their files were read. */
export function sourceTable(
  db: DatabaseSyncInstance,
): Pick<RecordStore, 'addSource' | 'findSource' | 'sources' | 'removeSource' | 'fileProgress'> {
  const shapesOf = (key: number) =>
    db.prepare('SELECT shape FROM examples WHERE source = ? GROUP BY shape ORDER BY count(*) DESC, shape').all(key) as { shape: string }[]
  const toSource = (line: SourceLine): StoredSource => ({
    id: sourceIdOf(line.key),
    uri: decodeText(line.uri),
    kind: line.kind,
    revision: decodeNullable(line.revision),
    addedAt: line.added_at,
    shapes: shapesOf(line.key).map(({ shape }) => shape),
    examples: line.examples,
    rejected: line.rejected,
    isComplete: line.files > 0 && line.open_files === 0,
  })
  const findSource = (uri: string) => {
    const line = db.prepare(`${SELECT} WHERE s.uri = ?`).get(encodeText(uri)) as SourceLine | undefined
    return line && toSource(line)
  }
  return {
    findSource,
    addSource(source, now) {
      transaction(db, () => putSource(db, source, now))
      const added = findSource(source.uri)
      if (!added) throw fault('internal', `The source ${source.uri} was not stored.`, { culprit: source.uri })
      return added
    },
    sources: () => (db.prepare(`${SELECT} ORDER BY s.key`).all() as SourceLine[]).map(toSource),
    removeSource(id) {
      db.prepare('DELETE FROM sources WHERE key = ?').run(sourceKeyOf(id) ?? null)
    },
    fileProgress: (sourceId) =>
      (
        db.prepare('SELECT path, next_row, is_done FROM files WHERE source = ? ORDER BY path').all(sourceKeyOf(sourceId) ?? null) as {
          path: string
          next_row: number
          is_done: number
        }[]
      ).map((line): FileProgress => ({ path: decodeText(line.path), nextRow: line.next_row, isDone: line.is_done === 1 })),
  }
}

function putSource(db: DatabaseSyncInstance, source: Pick<StoredSource, 'uri' | 'kind' | 'revision'>, now: string): void {
  const uri = encodeText(source.uri)
  const revision = encodeText(source.revision)
  // A source that moved to another revision is read again from its first row.
  db.prepare('DELETE FROM files WHERE source = (SELECT key FROM sources WHERE uri = ? AND revision <> ?)').run(uri, revision)
  db.prepare(
    `INSERT INTO sources (uri, kind, revision, added_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (uri) DO UPDATE SET kind = excluded.kind, revision = excluded.revision`,
  ).run(uri, source.kind, revision, now)
}
