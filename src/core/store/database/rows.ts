import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'
import type { FileProgress, RecordStore, StoredBody, StoredRow } from '../types.ts'
import { packBody, unpackBody } from './body.ts'
import { decodeId, encodeId, encodeText } from './encode.ts'
import { idGiver } from './id-giver.ts'
import { type RefLine, refOf } from './ref-of.ts'
import { putRejection } from './rejections.ts'
import { sourceKeyOf } from './sources.ts'
import { transaction } from './transaction.ts'

interface BodyLine extends RefLine {
  id: Uint8Array
  hints: string
  content_hash: string
  gzip: Uint8Array
}

const SELECT = `
  SELECT e.id, e.source, s.uri, e.revision, e.file, e.row, e.hints, e.content_hash, b.gzip
  FROM examples e JOIN sources s ON s.key = e.source JOIN bodies b ON b.example = e.key`

/** Examples with their bodies. */
export function rowTable(
  db: DatabaseSyncInstance,
): Pick<RecordStore, 'putRows' | 'body' | 'bodiesAfter' | 'exampleCount' | 'contentHashes'> {
  const putRow = rowWriter(db)
  return {
    putRows(sourceId, progress, rows, rejections) {
      const source = sourceKeyOf(sourceId)
      if (source === undefined || !db.prepare('SELECT 1 FROM sources WHERE key = ?').get(source)) {
        throw fault('not-found', `There is no source ${sourceId} in this workspace.`, {
          culprit: sourceId,
          remedy: 'Add the source again.',
        })
      }
      return transaction(db, () => {
        dropOutdated(db, source, progress)
        const ids = rows.map((row) => putRow(source, row))
        for (const rejection of rejections) putRejection(db, source, rejection)
        // Rejections of the source as a whole come with an empty path: no file that could be finished.
        if (progress.path !== '') {
          db.prepare('INSERT OR REPLACE INTO files (source, path, next_row, is_done) VALUES (?, ?, ?, ?)').run(
            source,
            encodeText(progress.path),
            progress.nextRow,
            Number(progress.isDone),
          )
        }
        return ids
      })
    },
    body(id) {
      const line = db.prepare(`${SELECT} WHERE e.id = ?`).get(encodeId(id)) as BodyLine | undefined
      return line && toBody(line)
    },
    bodiesAfter(afterId, limit) {
      const after = afterId === null ? '' : 'WHERE e.id > ?'
      const bound = afterId === null ? [] : [encodeId(afterId)]
      return (db.prepare(`${SELECT} ${after} ORDER BY e.id LIMIT ?`).all(...bound, limit) as BodyLine[]).map(toBody)
    },
    exampleCount: () => (db.prepare('SELECT count(*) AS n FROM examples').get() as { n: number }).n,
    *contentHashes() {
      const lines = db.prepare('SELECT id, content_hash FROM examples ORDER BY id').iterate() as Iterable<BodyLine>
      for (const line of lines) yield { id: decodeId(line.id), contentHash: line.content_hash }
    },
  }
}

/** What was rejected at another revision is told anew or no longer true: of the source as a whole when it is opened, of a file once it is read. */
function dropOutdated(db: DatabaseSyncInstance, source: number, { path, isDone }: FileProgress): void {
  const outdated = 'DELETE FROM rejections WHERE source = ? AND revision <> (SELECT revision FROM sources WHERE key = ?)'
  if (path === '') db.prepare(`${outdated} AND row = -1`).run(source, source)
  else if (isDone) db.prepare(`${outdated} AND file = ?`).run(source, source, encodeText(path))
}

/** Stores one row and returns its id: kept when the place is known, given when it is new. */
function rowWriter(db: DatabaseSyncInstance): (source: number, row: Omit<StoredRow, 'values'>) => string {
  const atPlace = db.prepare('SELECT key, id FROM examples WHERE source = ? AND file = ? AND row = ?')
  const insert = db.prepare(
    'INSERT INTO examples (id, source, file, row, revision, hints, shape, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key',
  )
  const update = db.prepare('UPDATE examples SET revision = ?, hints = ?, shape = ?, content_hash = ? WHERE key = ?')
  const putBody = db.prepare('INSERT OR REPLACE INTO bodies (example, gzip) VALUES (?, ?)')
  const dropRejection = db.prepare('DELETE FROM rejections WHERE source = ? AND file = ? AND row = ?')
  const giveId = idGiver(db)
  return (source, { raw, body, index }) => {
    const place = [source, encodeText(raw.ref.file), raw.ref.row] as const
    const said = [encodeText(raw.ref.revision), JSON.stringify(raw.hints), index.shape, index.contentHash] as const
    const known = atPlace.get(...place) as { key: number; id: Uint8Array } | undefined
    const id = known ? known.id : encodeId(giveId(index.id))
    if (known) update.run(...said, known.key)
    const key = known?.key ?? (insert.get(id, ...place, ...said) as { key: number }).key
    putBody.run(key, packBody(body))
    dropRejection.run(...place)
    return decodeId(id)
  }
}

function toBody(line: BodyLine): StoredBody {
  const id = decodeId(line.id)
  return {
    id,
    contentHash: line.content_hash,
    ref: refOf(line),
    hints: JSON.parse(line.hints) as StoredBody['hints'],
    body: unpackBody(line.gzip, id),
  }
}
