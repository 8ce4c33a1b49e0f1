import type { PatchFile, TallyEntry } from '#record'

/** Keys told of one patch; what is beyond them goes under {@link OTHER_KEYS}. A patch may hold 100,000 files, each with an ending of its own. */
export const MOST_KEYS = 100

/** No extension and no status looks like this. */
export const OTHER_KEYS = '…'

/** Files, additions and deletions of a patch by what `keyOf` says of a file. */
export function tallyFiles(files: readonly PatchFile[], keyOf: (file: PatchFile) => string): TallyEntry[] {
  const entries = new Map<string, { key: string; amounts: [number, number, number] }>()
  for (const file of files) {
    const wanted = keyOf(file)
    const key = entries.has(wanted) || entries.size < MOST_KEYS ? wanted : OTHER_KEYS
    const entry = entries.get(key) ?? { key, amounts: [0, 0, 0] }
    entry.amounts[0] += 1
    entry.amounts[1] += file.additions
    entry.amounts[2] += file.deletions
    entries.set(key, entry)
  }
  return [...entries.values()]
}
