import type { Hunk, Patch, PatchFile } from '#record'

/** A file as one patch has it: its first place among the patch's files, and its hunks, even where it comes twice. */
export interface FilePart {
  at: number
  hunks: Hunk[]
}

/** The files of a patch by the path they have before it; new ones by their own. */
export function filesByPath(patch: Patch): Map<string, FilePart> {
  const byPath = new Map<string, FilePart>()
  for (const [at, file] of patch.files.entries()) {
    const path = pathBefore(file)
    if (path === null) continue
    const known = byPath.get(path)
    if (known) for (const hunk of file.hunks) known.hunks.push(hunk)
    else byPath.set(path, { at, hunks: [...file.hunks] })
  }
  return byPath
}

/** Both patches start from the same files, so these names agree whatever becomes of a file. A copy's source is not changed. */
function pathBefore({ oldPath, newPath, status }: PatchFile): string | null {
  return status === 'copied' ? newPath : (oldPath ?? newPath)
}
