import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import type { Pending } from '../pending.ts'
import type { RecordStore, StoredSource } from '../types.ts'
import { decodeNullable, decodeText, encodeText } from './encode.ts'
import { sourceAtHand, sourceIdOf, sourceKeyOf } from './source-key.ts'
import { changeState } from './state.ts'
import { transaction } from './transaction.ts'

interface SourceLine {
  key: number
  uri: string
  kind: string
  revision: string
  added_at: string
  column_map: string | null
  rejected: number
  examples: number
  bodies: number
  shapes: string
  files: number
  open_files: number
  unindexed_files: number
}

const SELECT = `
  SELECT s.*, coalesce(t.examples, 0) AS examples, coalesce(t.bodies, 0) AS bodies, coalesce(t.shapes, '[]') AS shapes,
    coalesce(f.files, 0) AS files, f.open_files, f.unindexed_files
  FROM sources s
    LEFT JOIN (
      SELECT source, sum(examples) AS examples, sum(bodies) AS bodies,
        json_group_array(shape ORDER BY examples DESC, shape) FILTER (WHERE examples > 0) AS shapes
      FROM tallies GROUP BY source) t ON t.source = s.key
    LEFT JOIN (
      SELECT f.source, count(*) AS files, sum(NOT is_done) AS open_files, sum(NOT is_indexed) AS unindexed_files
      FROM files f JOIN sources s ON s.key = f.source AND s.revision = f.revision GROUP BY f.source) f ON f.source = s.key`

/** Sources with what there is of them. */
export function sourceTable(
  db: DatabaseSyncInstance,
  pending: Pending,
): Pick<RecordStore, 'addSource' | 'setColumnMap' | 'findSource' | 'sources' | 'removeSource'> {
  const findSource = (uri: string) => {
    const line = db.prepare(`${SELECT} WHERE s.uri = ?`).get(encodeText(uri)) as SourceLine | undefined
    return line && toSource(line)
  }
  return {
    findSource,
    addSource(source, now) {
      db.prepare(
        `INSERT INTO sources (uri, kind, revision, added_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (uri) DO UPDATE SET kind = excluded.kind, revision = excluded.revision`,
      ).run(encodeText(source.uri), source.kind, encodeText(source.revision), now)
      const added = findSource(source.uri)
      if (!added) throw fault('internal', `The source ${source.uri} was not stored.`, { culprit: source.uri })
      return added
    },
    setColumnMap(sourceId, map) {
      const { key } = sourceAtHand(db, sourceId)
      db.prepare('UPDATE sources SET column_map = ? WHERE key = ?').run(map && JSON.stringify(map), key)
    },
    sources: () => (db.prepare(`${SELECT} ORDER BY s.key`).all() as SourceLine[]).map(toSource),
    removeSource(id) {
      pending.removeSource(id)
      transaction(db, () => {
        changeState(db)
        db.prepare('DELETE FROM sources WHERE key = ?').run(sourceKeyOf(id) ?? null)
      })
    },
  }
}

function toSource(line: SourceLine): StoredSource {
  return {
    id: sourceIdOf(line.key),
    uri: decodeText(line.uri),
    kind: line.kind,
    revision: decodeNullable(line.revision),
    addedAt: line.added_at,
    shapes: JSON.parse(line.shapes) as string[],
    examples: line.examples,
    bodies: line.bodies,
    rejected: line.rejected,
    isComplete: line.files > 0 && line.open_files === 0,
    isIndexed: line.files > 0 && line.unindexed_files === 0,
    columnMap: line.column_map === null ? null : (JSON.parse(line.column_map) as StoredSource['columnMap']),
  }
}
