import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { ExampleIndex, RawRow } from '#record'
import { decodeId, encodeText } from './encode.ts'
import type { idGiver } from './id-giver.ts'
import { type Origin, originFinder } from './origins.ts'
import { packSmall } from './small.ts'
import type { SourceAtHand } from './source-key.ts'

/** An example that was put, with what it had before. */
export interface Written {
  key: number
  id: string
  /** Content hash it had; '' when it had none or nobody had the id. */
  hash: string
  /** The row was known at this revision: what was known of it still holds. */
  isSame: boolean
}

interface Known {
  key: number
  id: Uint8Array
  content_hash: string
}

/** Puts an example's index in its place and says where. */
export type ExampleWriter = (raw: Pick<RawRow, 'ref' | 'hints'>, index: ExampleIndex) => Written

/**
 * Writes examples of one source. A row known by its place keeps its id. At another revision the place says less than the id: there the row that
 * has the same id moves here, from wherever it was, and one of another id stays behind at the older revision.
 */
export function writerFor(db: DatabaseSyncInstance, giveId: ReturnType<typeof idGiver>): (source: SourceAtHand) => ExampleWriter {
  const atPlace = db.prepare('SELECT key, id, content_hash FROM examples WHERE origin = ? AND row = ?')
  const insert = db.prepare(
    "INSERT INTO examples (id, origin, row, shape, content_hash, is_kept, small) VALUES (?, ?, ?, ?, '', ?, ?) RETURNING key",
  )
  const update = db.prepare('UPDATE examples SET origin = ?, row = ?, shape = ?, small = ? WHERE key = ?')
  const isDecided = db.prepare("SELECT 1 FROM ledger WHERE entry -> '$.exampleId' = ?")
  return (source) => {
    const hasLedger = db.prepare('SELECT 1 FROM ledger LIMIT 1').get() !== undefined
    const originOf = originFinder(db, source)
    const older = (origin: Origin, row: number, index: ExampleIndex): Known | undefined =>
      origin.others.map((key) => atPlace.get(key, row) as Known | undefined).find((known) => known && isSuccessor(known, index))
    return (raw, index) => {
      const { row } = raw.ref
      const origin = originOf(raw)
      const small = packSmall(index)
      const here = atPlace.get(origin.key, row) as Known | undefined
      const known = here ?? older(origin, row, index)
      if (known) {
        update.run(origin.key, row, index.shape, small, known.key)
        return { key: known.key, id: decodeId(known.id), hash: known.content_hash, isSame: here !== undefined }
      }
      const revision = encodeText(raw.ref.revision)
      const { id, holder } = giveId(index.id, (other) => other.source === source.key && other.revision !== revision)
      const said = decodeId(id)
      if (holder) {
        update.run(origin.key, row, index.shape, small, holder.key)
        return { key: holder.key, id: said, hash: holder.content_hash, isSame: false }
      }
      const isKept = hasLedger && isDecided.get(encodeText(said)) !== undefined
      const { key } = insert.get(id, origin.key, row, index.shape, Number(isKept), small) as { key: number }
      return { key, id: said, hash: '', isSame: false }
    }
  }
}

/** Whether the row at the same place of an older revision is this one: by its id, or by nothing but the place where the row has none of its own. */
function isSuccessor(known: Known, index: ExampleIndex): boolean {
  if (index.trajectoryId === null) return true
  const natural = index.id.toWellFormed()
  const id = decodeId(known.id)
  return id === natural || (id.startsWith(`${natural}~`) && /^\d+$/.test(id.slice(natural.length + 1)))
}
