import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { encodeId } from './encode.ts'

/**
 * Gives an id nobody has: the natural one, else with `~2`, `~3`, ... behind it. The id is well formed, so that every file and index holds the same
 * one. Where the search ended is kept in memory: a file that repeats one id a million times must not walk a million ids for each.
 */
export function idGiver(db: DatabaseSyncInstance): (natural: string) => string {
  const taken = db.prepare('SELECT 1 FROM examples WHERE id = ?')
  const lastTried = new Map<string, number>()
  return (natural) => {
    const id = natural.toWellFormed()
    if (!taken.get(encodeId(id))) return id
    let number = lastTried.get(id) ?? 1
    do number++
    while (taken.get(encodeId(`${id}~${number}`)))
    lastTried.set(id, number)
    return `${id}~${number}`
  }
}
