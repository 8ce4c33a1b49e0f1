import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { ExampleIndex } from '#record'
import type { Pending } from '../pending.ts'
import type { IndexedRow, RecordStore, StoredPlace } from '../types.ts'
import { decodeId, decodeText, encodeId, encodeText } from './encode.ts'
import { type ExampleWriter, writerFor } from './example-writer.ts'
import type { idGiver } from './id-giver.ts'
import { type RefLine, refOf } from './ref-of.ts'
import { dropFileRejection } from './rejections.ts'
import { unpackSmall } from './small.ts'
import { type SourceAtHand, sourceAtHand, sourceKeyOf } from './source-key.ts'
import { changeState } from './state.ts'
import { transaction } from './transaction.ts'

interface PlaceLine extends RefLine {
  id: Uint8Array
  hints: string
  shape: string
  content_hash: string
  body_bytes: number | null
  small: string | null
}

const SELECT = `
  SELECT e.id, o.source, s.uri, o.revision, f.path AS file, e.row, o.hints, e.shape, e.content_hash, e.body_bytes, e.small
  FROM examples e JOIN origins o ON o.key = e.origin JOIN files f ON f.key = o.file JOIN sources s ON s.key = o.source`

/** Examples, whether or not their body is here. */
export function indexTable(
  db: DatabaseSyncInstance,
  giveId: ReturnType<typeof idGiver>,
  pending: Pending,
): Pick<RecordStore, 'putIndexed' | 'indexOf' | 'place' | 'storedRows' | 'outdatedFiles' | 'outdated' | 'removeExamples'> {
  const writer = writerFor(db, giveId)
  const findById = db.prepare(`${SELECT} WHERE e.id = ?`)
  const byId = (id: string) => findById.get(encodeId(id)) as PlaceLine | undefined
  return {
    putIndexed(sourceId, path, rows, isLast) {
      const source = sourceAtHand(db, sourceId)
      return transaction(db, () => {
        if (rows.length > 0) changeState(db)
        const put = indexWriter(db, writer(source), pending)
        const ids = rows.map(put)
        noteIndexed(db, source, path, isLast)
        if (isLast) dropFileRejection(db, source.key, path)
        return ids
      })
    },
    indexOf: (ids) =>
      ids.flatMap((id) => {
        const line = byId(id)
        return line?.small ? [toIndex(line, line.small)] : []
      }),
    place(id) {
      const line = byId(id)
      return line && toPlace(line)
    },
    storedRows(sourceId, path) {
      const lines = db
        .prepare(
          `SELECT e.row FROM files f JOIN sources s ON s.key = f.source JOIN origins o ON o.file = f.key AND o.revision = s.revision
             JOIN examples e ON e.origin = o.key
           WHERE f.source = ? AND f.path = ? AND e.body_bytes IS NOT NULL`,
        )
        .all(sourceKeyOf(sourceId) ?? null, encodeText(path)) as { row: number }[]
      return new Set(lines.map(({ row }) => row))
    },
    outdatedFiles(sourceId) {
      const lines = db
        .prepare(
          `SELECT DISTINCT f.path FROM origins o JOIN files f ON f.key = o.file JOIN sources s ON s.key = o.source
           WHERE s.key = ? AND o.revision <> s.revision AND EXISTS (SELECT 1 FROM examples WHERE origin = o.key) ORDER BY f.path`,
        )
        .all(sourceKeyOf(sourceId) ?? null) as { path: string }[]
      return lines.map(({ path }) => decodeText(path))
    },
    outdated: (sourceId, path) =>
      (
        db
          .prepare(`${SELECT} WHERE f.source = ? AND f.path = ? AND o.revision <> s.revision ORDER BY e.id`)
          .all(sourceKeyOf(sourceId) ?? null, encodeText(path)) as PlaceLine[]
      ).map(toPlace),
    removeExamples(ids) {
      transaction(db, () => {
        changeState(db)
        const remove = db.prepare('DELETE FROM examples WHERE id = ?')
        for (const id of ids) {
          pending.remove(id)
          remove.run(encodeId(id))
        }
      })
    },
  }
}

/** Puts rows into the index. What was known of a row at another revision is known no more. */
function indexWriter(db: DatabaseSyncInstance, write: ExampleWriter, pending: Pending): (row: IndexedRow) => string {
  const forget = db.prepare("UPDATE examples SET content_hash = '', body_bytes = NULL, used = NULL WHERE key = ?")
  const dropBody = db.prepare('DELETE FROM bodies WHERE example = ?')
  return ({ ref, hints, index }) => {
    const { key, id, hash, isSame } = write({ ref, hints }, index)
    if (isSame) return id
    if (hash !== '') {
      forget.run(key)
      dropBody.run(key)
    }
    pending.put({ id, contentHash: '' })
    return id
  }
}

function noteIndexed(db: DatabaseSyncInstance, source: SourceAtHand, path: string, isLast: boolean): void {
  db.prepare(
    `INSERT INTO files (source, path, revision, is_indexed) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
       next_row = CASE WHEN revision = excluded.revision THEN next_row ELSE 0 END,
       is_done = is_done AND revision = excluded.revision,
       is_indexed = excluded.is_indexed OR (is_indexed AND revision = excluded.revision),
       revision = excluded.revision`,
  ).run(source.key, encodeText(path), source.revision, Number(isLast))
}

function toPlace(line: PlaceLine): StoredPlace {
  return {
    id: decodeId(line.id),
    ref: refOf(line),
    hints: JSON.parse(line.hints) as StoredPlace['hints'],
    contentHash: line.content_hash,
    hasBody: line.body_bytes !== null,
  }
}

function toIndex(line: PlaceLine, small: string): ExampleIndex {
  const id = decodeId(line.id)
  const { sourceId, file, row } = refOf(line)
  return { ...unpackSmall(small, id), id, sourceId, file, row, shape: line.shape as ExampleIndex['shape'], contentHash: line.content_hash }
}
