import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { encodeId } from './encode.ts'

/** An id, and who has it until now. */
export interface GivenId {
  id: Uint8Array
  /** Who gives it up; null when nobody has it. */
  holder: IdHolder | null
}

/** Who has an id. */
export interface IdHolder {
  key: number
  source: number
  revision: string
  content_hash: string
}

/**
 * Gives the natural id, else one with `~2`, `~3`, ... behind it: the first that nobody has or whose holder may give it up. The id is well formed, so
 * that every file and index holds the same one. Where the search ended is kept in memory: a file that repeats one id a million times must not walk
 * a million ids for each.
 */
export function idGiver(db: DatabaseSyncInstance): (natural: string, givesUp: (holder: IdHolder) => boolean) => GivenId {
  const holderOf = db.prepare(
    'SELECT e.key, e.content_hash, o.source, o.revision FROM examples e JOIN origins o ON o.key = e.origin WHERE e.id = ?',
  )
  const lastTried = new Map<string, number>()
  return (natural, givesUp) => {
    const wanted = natural.toWellFormed()
    const tryOne = (text: string): GivenId | null => {
      const id = encodeId(text)
      const holder = holderOf.get(id) as IdHolder | undefined
      if (holder && !givesUp(holder)) return null
      return { id, holder: holder ?? null }
    }
    const own = tryOne(wanted)
    if (own) return own
    for (let number = (lastTried.get(wanted) ?? 1) + 1; ; number++) {
      const given = tryOne(`${wanted}~${number}`)
      if (!given) continue
      lastTried.set(wanted, number)
      return given
    }
  }
}
