import type { ListedFile } from '#store'

/** What lies between two listings of a source, by path and etag. */
export interface ListingChange {
  added: string[]
  removed: string[]
  changed: string[]
  unchanged: number
  /** Of the files that are added or changed. */
  bytes: number
}

/** Compares two listings; a file without an etag counts as changed, since nobody knows. */
export function changeBetween(before: readonly ListedFile[], after: readonly ListedFile[]): ListingChange {
  const known = new Map(before.map((file) => [file.path, file]))
  const listed = new Set(after.map(({ path }) => path))
  const isSame = (file: ListedFile): boolean => file.etag !== null && known.get(file.path)?.etag === file.etag
  const different = after.filter((file) => !isSame(file))
  return {
    added: different.filter(({ path }) => !known.has(path)).map(({ path }) => path),
    changed: different.filter(({ path }) => known.has(path)).map(({ path }) => path),
    removed: before.filter(({ path }) => !listed.has(path)).map(({ path }) => path),
    unchanged: after.length - different.length,
    bytes: different.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}
