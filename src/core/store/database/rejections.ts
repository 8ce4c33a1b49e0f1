import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Rejection, RejectionKind } from '#record'
import type { RecordStore } from '../types.ts'
import { decodeText, encodeText } from './encode.ts'
import { type RefLine, refOf } from './ref-of.ts'
import { sourceKeyOf } from './source-key.ts'

interface RejectionLine extends RefLine {
  kind: RejectionKind
  reason: string
}

/** Stores a rejection; one already known at the same place is replaced. */
export function putRejection(db: DatabaseSyncInstance, source: number, { kind, ref, reason }: Rejection): void {
  db.prepare(
    `INSERT INTO rejections (source, file, row, revision, kind, reason) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET revision = excluded.revision, kind = excluded.kind, reason = excluded.reason`,
  ).run(source, encodeText(ref.file), ref.row, encodeText(ref.revision), kind, encodeText(reason))
}

/** Forgets that a file as a whole gave up: it is being read now. What is wrong with single rows of it stays. */
export function dropFileRejection(db: DatabaseSyncInstance, source: number, path: string): void {
  db.prepare('DELETE FROM rejections WHERE source = ? AND file = ? AND row = -1').run(source, encodeText(path))
}

/** Rejections by source, file and row. */
export function rejectionTable(db: DatabaseSyncInstance): Pick<RecordStore, 'rejections'> {
  return {
    rejections({ sourceId, offset, limit }) {
      const where = sourceId === undefined ? '' : 'WHERE s.key = ?'
      const bound = sourceId === undefined ? [] : [sourceKeyOf(sourceId) ?? null]
      const { total } = db.prepare(`SELECT coalesce(sum(rejected), 0) AS total FROM sources s ${where}`).get(...bound) as { total: number }
      const lines = db
        .prepare(
          `SELECT r.*, s.uri FROM rejections r JOIN sources s ON s.key = r.source ${where}
           ORDER BY r.source, r.file, r.row LIMIT ? OFFSET ?`,
        )
        .all(...bound, limit, offset) as RejectionLine[]
      return { total, rows: lines.map(toRejection) }
    },
  }
}

function toRejection(line: RejectionLine): Rejection {
  return {
    kind: line.kind,
    ref: refOf(line),
    reason: decodeText(line.reason),
  }
}
