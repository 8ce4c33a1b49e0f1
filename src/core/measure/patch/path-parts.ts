/** A path taken apart for the tables that name kinds of files. */
export interface PathParts {
  /** Folders from the root, lower case. */
  folders: string[]
  /** The last part, as written. */
  base: string
  /** Lower case, without the dot; '' for none, for a dotfile, and for anything no extension looks like. */
  extension: string
}

const EXTENSION = /^[a-z0-9_+-]{1,16}$/

/** Takes apart a patch's path (forward slashes, relative to the repository). */
export function partsOf(path: string): PathParts {
  const slash = path.lastIndexOf('/')
  const base = path.slice(slash + 1)
  return { folders: slash > 0 ? path.slice(0, slash).toLowerCase().split('/') : [], base, extension: extensionOf(base) }
}

function extensionOf(base: string): string {
  const dot = base.lastIndexOf('.')
  const extension = base.slice(dot + 1).toLowerCase()
  return dot > 0 && EXTENSION.test(extension) ? extension : ''
}
