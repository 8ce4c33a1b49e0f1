import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { RawRow } from '#record'
import { encodeText } from './encode.ts'
import type { SourceAtHand } from './source-key.ts'

/** A file at a revision, which rows are from. */
export interface Origin {
  key: number
  /** Keys of the same file's origins at other revisions. */
  others: readonly number[]
}

/** Finds or makes origins; those found are remembered for as long as the caller holds on to the function. */
export function originFinder(db: DatabaseSyncInstance, source: SourceAtHand): (raw: Pick<RawRow, 'ref' | 'hints'>) => Origin {
  const found = new Map<string, Origin>()
  return (raw) => {
    const name = JSON.stringify([raw.ref.file, raw.ref.revision, raw.hints])
    const known = found.get(name)
    if (known) return known
    const origin = putOrigin(db, source, raw)
    found.set(name, origin)
    return origin
  }
}

function putOrigin(db: DatabaseSyncInstance, source: SourceAtHand, { ref, hints }: Pick<RawRow, 'ref' | 'hints'>): Origin {
  const path = encodeText(ref.file)
  db.prepare('INSERT INTO files (source, path) VALUES (?, ?) ON CONFLICT DO NOTHING').run(source.key, path)
  const { file } = db.prepare('SELECT key AS file FROM files WHERE source = ? AND path = ?').get(source.key, path) as { file: number }
  const { key } = db
    .prepare(
      `INSERT INTO origins (source, file, revision, hints) VALUES (?, ?, ?, ?)
       ON CONFLICT (file, revision) DO UPDATE SET hints = excluded.hints RETURNING key`,
    )
    .get(source.key, file, encodeText(ref.revision), JSON.stringify(hints)) as { key: number }
  const others = db.prepare('SELECT key FROM origins WHERE file = ? AND key <> ? ORDER BY key DESC').all(file, key) as { key: number }[]
  return { key, others: others.map((other) => other.key) }
}
