import { createHash } from 'node:crypto'
import type { Rejection, SourceRef } from '#record'
import type { OpenedSource, SourceFile } from '#source'

/** Which rows of a source are wanted: everything, the first of each combination, or a seeded sample of each. */
export interface Take {
  /** True while this file may still hold wanted rows. */
  wantsFile(file: SourceFile): boolean
  /** True when this row is wanted; counts it. Rejections always are. */
  wants(file: SourceFile, item: { ref: SourceRef } | Rejection): boolean
}

/** Config and split together: what `--take N` counts by. */
function combinationOf(file: SourceFile): string {
  return `${file.config ?? ''}\n${file.split ?? ''}`
}

/** Takes every row. */
export const TAKE_ALL: Take = { wantsFile: () => true, wants: () => true }

/** Takes the first `count` rows of every combination of config and split. */
export function takeFirst(count: number): Take {
  const left = new Map<string, number>()
  const remaining = (file: SourceFile): number => left.get(combinationOf(file)) ?? count
  return {
    wantsFile: (file) => remaining(file) > 0,
    wants(file, item) {
      if ('reason' in item) return true
      left.set(combinationOf(file), remaining(file) - 1)
      return remaining(file) >= 0
    },
  }
}

/**
 * Takes `count` rows of every combination by the smallest sha256 of seed, file and row: the same seed gives the same
 * sample on any machine. Reads the source once to learn which rows there are.
 */
export async function takeSample(source: OpenedSource, count: number, seed: number, signal?: AbortSignal): Promise<Take> {
  const best = new Map<string, { rank: string; place: string }[]>()
  for (const file of source.files) {
    const ranked = best.get(combinationOf(file)) ?? []
    for await (const item of source.rows(file, { signal })) {
      if ('reason' in item) continue
      const place = placeOf(file.path, item.ref.row)
      ranked.push({ rank: createHash('sha256').update(`${seed}\n${place}`).digest('hex'), place })
    }
    ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1))
    best.set(combinationOf(file), ranked.slice(0, count))
  }
  const chosen = new Set([...best.values()].flat().map(({ place }) => place))
  return { wantsFile: () => true, wants: (file, item) => 'reason' in item || chosen.has(placeOf(file.path, item.ref.row)) }
}

function placeOf(path: string, row: number): string {
  return `${path}\n${row}`
}
