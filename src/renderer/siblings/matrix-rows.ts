import type { Answers } from '../api/api.ts'

type PatchSummary = Answers['example']['patch']

/** One file over all attempts. */
export interface MatrixRow {
  path: string
  /** By attempt: its place in the patch with lines added and deleted; null where the attempt leaves the file alone. */
  cells: ({ file: number; additions: number; deletions: number } | null)[]
}

/** Every file any attempt changes, those most attempts change first, then by path. */
export function fileMatrix(patches: readonly (PatchSummary | undefined)[]): MatrixRow[] {
  const rows = new Map<string, MatrixRow>()
  for (const [run, patch] of patches.entries()) {
    for (const [file, { oldPath, newPath, additions, deletions }] of (patch?.files ?? []).entries()) {
      const path = newPath ?? oldPath ?? ''
      const row = rows.get(path) ?? { path, cells: patches.map(() => null) }
      row.cells[run] = { file, additions, deletions }
      rows.set(path, row)
    }
  }
  const changers = ({ cells }: MatrixRow) => cells.filter((cell) => cell !== null).length
  return [...rows.values()].sort((a, b) => changers(b) - changers(a) || (a.path < b.path ? -1 : 1))
}
