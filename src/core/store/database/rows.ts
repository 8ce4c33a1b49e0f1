import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Pending } from '../pending.ts'
import type { FileProgress, RecordStore, StoredBody, StoredRow } from '../types.ts'
import { packBody, unpackBody } from './body.ts'
import { nextUse } from './body-cache.ts'
import { decodeId, encodeId, encodeText } from './encode.ts'
import { writerFor } from './example-writer.ts'
import { putProgress } from './files.ts'
import type { idGiver } from './id-giver.ts'
import { type RefLine, refOf } from './ref-of.ts'
import { dropFileRejection, putRejection } from './rejections.ts'
import { type SourceAtHand, sourceAtHand, sourceKeyOf } from './source-key.ts'
import { changeState } from './state.ts'
import { transaction } from './transaction.ts'

interface BodyLine extends RefLine {
  id: Uint8Array
  hints: string
  content_hash: string
  gzip: Uint8Array
}

const SELECT = `
  SELECT e.id, o.source, s.uri, o.revision, f.path AS file, e.row, o.hints, e.content_hash, b.gzip
  FROM examples e JOIN origins o ON o.key = e.origin JOIN files f ON f.key = o.file JOIN sources s ON s.key = o.source
    JOIN bodies b ON b.example = e.key`

const AT_PLACE = `
  SELECT e.id FROM files f JOIN origins o ON o.file = f.key JOIN examples e ON e.origin = o.key
  WHERE f.source = ? AND f.path = ? AND e.row = ? ORDER BY o.key DESC LIMIT 1`

/** Text costs the binding half of what bytes do, and is cut at a NUL. */
const HASHES = "SELECT CASE WHEN instr(id, x'00') THEN id ELSE CAST(id AS TEXT) END AS id, content_hash FROM examples ORDER BY id"

/** Examples with their bodies. */
export function rowTable(
  db: DatabaseSyncInstance,
  giveId: ReturnType<typeof idGiver>,
  pending: Pending,
): Pick<RecordStore, 'putRows' | 'exampleAt' | 'body' | 'packedBody' | 'bodiesAfter' | 'exampleCount' | 'contentHashes'> {
  const putRow = rowWriter(db, giveId, pending)
  return {
    putRows(sourceId, progress, rows, rejections) {
      const source = sourceAtHand(db, sourceId)
      return transaction(db, () => {
        if (rows.length > 0) changeState(db)
        dropOutdated(db, source, progress)
        if (progress.path !== '') dropFileRejection(db, source.key, progress.path)
        const put = putRow(source)
        const ids = rows.map(put)
        for (const rejection of rejections) putRejection(db, source.key, rejection)
        // Rejections of the source as a whole come with an empty path: no file that could be finished.
        if (progress.path !== '') putProgress(db, source, progress)
        return ids
      })
    },
    exampleAt({ sourceId, file, row }) {
      const line = db.prepare(AT_PLACE).get(sourceKeyOf(sourceId) ?? null, encodeText(file), row) as { id: Uint8Array } | undefined
      return line && decodeId(line.id)
    },
    body(id) {
      const line = db.prepare(`${SELECT} WHERE e.id = ?`).get(encodeId(id)) as BodyLine | undefined
      return line && toBody(line)
    },
    packedBody(id) {
      const line = db.prepare(`${SELECT} WHERE e.id = ?`).get(encodeId(id)) as BodyLine | undefined
      return line && { ...placeOf(line), gzip: line.gzip }
    },
    bodiesAfter(afterId, limit) {
      const after = afterId === null ? '' : 'WHERE e.id > ?'
      const bound = afterId === null ? [] : [encodeId(afterId)]
      return (db.prepare(`${SELECT} ${after} ORDER BY e.id LIMIT ?`).all(...bound, limit) as BodyLine[]).map(toBody)
    },
    exampleCount: () => (db.prepare('SELECT coalesce(sum(examples), 0) AS n FROM tallies').get() as { n: number }).n,
    *contentHashes() {
      const lines = db.prepare(HASHES).iterate() as Iterable<{ id: string | Uint8Array; content_hash: string }>
      for (const { id, content_hash } of lines) yield { id: typeof id === 'string' ? id : decodeId(id), contentHash: content_hash }
    },
  }
}

/** What was rejected at another revision is told anew or no longer true: of the source as a whole when it is opened, of a file once it is read. */
function dropOutdated(db: DatabaseSyncInstance, { key, revision }: SourceAtHand, { path, isDone }: FileProgress): void {
  const outdated = 'DELETE FROM rejections WHERE source = ? AND revision <> ?'
  if (path === '') db.prepare(`${outdated} AND row = -1`).run(key, revision)
  else if (isDone) db.prepare(`${outdated} AND file = ?`).run(key, revision, encodeText(path))
}

/** Stores rows of a source, one by one, and returns their ids. */
function rowWriter(
  db: DatabaseSyncInstance,
  giveId: ReturnType<typeof idGiver>,
  pending: Pending,
): (source: SourceAtHand) => (row: Omit<StoredRow, 'values'>) => string {
  const writer = writerFor(db, giveId)
  const putBody = db.prepare('INSERT OR REPLACE INTO bodies (example, gzip) VALUES (?, ?)')
  const noteBody = db.prepare(
    'UPDATE examples SET content_hash = ?, body_bytes = ?, used = CASE WHEN is_kept THEN NULL ELSE ? END WHERE key = ?',
  )
  const dropRejection = db.prepare('DELETE FROM rejections WHERE source = ? AND file = ? AND row = ?')
  return (source) => {
    const write = writer(source)
    const used = source.kind === 'hub' ? nextUse(db) : null
    return ({ raw, body, index }) => {
      const { key, id } = write(raw, index)
      const gzip = packBody(body)
      noteBody.run(index.contentHash, gzip.byteLength, used, key)
      putBody.run(key, gzip)
      dropRejection.run(source.key, encodeText(raw.ref.file), raw.ref.row)
      pending.put({ id, contentHash: index.contentHash })
      return id
    }
  }
}

function toBody(line: BodyLine): StoredBody {
  const place = placeOf(line)
  return { ...place, body: unpackBody(line.gzip, place.id) }
}

function placeOf(line: BodyLine): Omit<StoredBody, 'body'> {
  return {
    id: decodeId(line.id),
    contentHash: line.content_hash,
    ref: refOf(line),
    hints: JSON.parse(line.hints) as StoredBody['hints'],
  }
}
