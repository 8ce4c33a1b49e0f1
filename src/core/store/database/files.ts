import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { FileProgress, ListedFile, RecordStore } from '../types.ts'
import { decodeNullable, decodeText, encodeText } from './encode.ts'
import { type SourceAtHand, sourceAtHand, sourceKeyOf } from './source-key.ts'
import { transaction } from './transaction.ts'

interface FileLine {
  key: number
  path: string
  revision: string
  next_row: number
  is_done: number
  is_indexed: number
  bytes: number
  etag: string | null
  config: string | null
  split: string | null
}

const SELECT = 'SELECT f.* FROM files f JOIN sources s ON s.key = f.source AND s.revision = f.revision WHERE s.key = ? ORDER BY f.path'

/** Files of a source at its revision, and how far they were read. */
export function fileTable(db: DatabaseSyncInstance): Pick<RecordStore, 'putListing' | 'listing' | 'fileProgress'> {
  const present = (sourceId: string) => db.prepare(SELECT).all(sourceKeyOf(sourceId) ?? null) as unknown as FileLine[]
  return {
    putListing(sourceId, files) {
      const source = sourceAtHand(db, sourceId)
      transaction(db, () => putListing(db, source, files))
    },
    listing: (sourceId) => present(sourceId).map(toListed),
    fileProgress: (sourceId) => present(sourceId).map(toProgress),
  }
}

/** Remembers how far a file was read, at the source's present revision. What was indexed once stays so at that revision. */
export function putProgress(db: DatabaseSyncInstance, source: SourceAtHand, { path, nextRow, isDone, isIndexed }: FileProgress): void {
  db.prepare(
    `INSERT INTO files (source, path, revision, next_row, is_done, is_indexed) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET next_row = excluded.next_row, is_done = excluded.is_done,
       is_indexed = excluded.is_indexed OR (is_indexed AND revision = excluded.revision), revision = excluded.revision`,
  ).run(source.key, encodeText(path), source.revision, nextRow, Number(isDone), Number(isDone || isIndexed))
}

function putListing(db: DatabaseSyncInstance, source: SourceAtHand, files: readonly ListedFile[]): void {
  const lines = db.prepare('SELECT * FROM files WHERE source = ?').all(source.key) as unknown as FileLine[]
  const known = new Map(lines.map((line) => [line.path, line]))
  const insert = db.prepare('INSERT INTO files (source, path, revision, bytes, etag, config, split) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const describe = db.prepare('UPDATE files SET revision = ?, bytes = ?, etag = ?, config = ?, split = ? WHERE key = ?')
  for (const file of files) {
    const path = encodeText(file.path)
    const said = [file.bytes, encodeNullable(file.etag), encodeNullable(file.config), encodeNullable(file.split)] as const
    const before = known.get(path)
    known.delete(path)
    if (before) bringForward(db, source, before, said[1])
    if (before) describe.run(source.revision, ...said, before.key)
    else insert.run(source.key, path, source.revision, ...said)
  }
  for (const { key } of known.values()) forget(db, key)
}

/** Keeps what is known of a file that is as it was, at whatever revision, and forgets its progress otherwise. */
function bringForward(db: DatabaseSyncInstance, source: SourceAtHand, file: FileLine, etag: string | null): void {
  const isHere = file.revision === source.revision
  const isSame = file.etag === etag && (isHere || etag !== null)
  // Rows left behind by an earlier visit to this revision must not be taken for those of now.
  const wasHere =
    !isHere && db.prepare('SELECT 1 FROM origins WHERE file = ? AND revision = ?').get(file.key, source.revision) !== undefined
  if (!isSame || wasHere) db.prepare('UPDATE files SET next_row = 0, is_done = 0, is_indexed = 0 WHERE key = ?').run(file.key)
  else if (!isHere) moveFile(db, source, file)
}

/** The source moved on and left this file alone: its rows are at the new revision too. */
function moveFile(db: DatabaseSyncInstance, source: SourceAtHand, { key, path, revision }: FileLine): void {
  db.prepare('UPDATE origins SET revision = ? WHERE file = ? AND revision = ?').run(source.revision, key, revision)
  db.prepare('UPDATE rejections SET revision = ? WHERE source = ? AND file = ? AND revision = ?').run(
    source.revision,
    source.key,
    path,
    revision,
  )
}

/** Rows of a file that is no longer listed stay until they are removed; nothing is known of the file itself. */
function forget(db: DatabaseSyncInstance, key: number): void {
  db.prepare("UPDATE files SET revision = '', next_row = 0, is_done = 0, is_indexed = 0 WHERE key = ?").run(key)
  db.prepare('DELETE FROM files WHERE key = ? AND NOT EXISTS (SELECT 1 FROM origins WHERE file = files.key)').run(key)
}

const encodeNullable = (text: string | null): string | null => (text === null ? null : encodeText(text))
const decode = (text: string | null): string | null => (text === null ? null : decodeNullable(text))

function toListed({ path, bytes, etag, config, split }: FileLine): ListedFile {
  return { path: decodeText(path), bytes, etag: decode(etag), config: decode(config), split: decode(split) }
}

function toProgress({ path, next_row, is_done, is_indexed }: FileLine): FileProgress {
  return { path: decodeText(path), nextRow: next_row, isDone: is_done === 1, isIndexed: is_indexed === 1 }
}
