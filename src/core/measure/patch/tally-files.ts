import type { PatchFile, TallyEntry } from '#record'
import { sumTally } from '../sum-tally.ts'

/** Keys told of one patch; what is beyond them goes under {@link OTHER_KEYS}. A patch may hold 100,000 files, each with an ending of its own. */
export const MOST_KEYS = 100

/** No extension and no status looks like this. */
export const OTHER_KEYS = '…'

/** Files, additions and deletions of a patch by what `keyOf` says of a file. */
export function tallyFiles(files: readonly PatchFile[], keyOf: (file: PatchFile) => string): TallyEntry[] {
  const told = new Set<string>()
  const entries = files.map((file) => {
    const key = keyOf(file)
    if (told.size < MOST_KEYS) told.add(key)
    return { key: told.has(key) ? key : OTHER_KEYS, amounts: [1, file.additions, file.deletions] }
  })
  return sumTally(entries)
}
