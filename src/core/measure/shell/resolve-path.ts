import { posix } from 'node:path'

/** Longer words are text, not paths; a script of a hundred thousand `cd a` would otherwise build one. */
const MAX_LENGTH = 500

/** A path as one name, seen from the folder the command went to: `cd src && sed -i ... ./x.py` is about `src/x.py`. */
export function resolvePath(folder: string, path: string): string {
  const isWhole = path.startsWith('/') || folder === ''
  if (!DETOUR.test(path)) return isWhole ? path : `${folder === '/' ? '' : folder}/${path}`
  const normal = isWhole ? posix.normalize(path) : posix.join(folder, path)
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal
}

/** A path that is not the shortest name of its file; most are, and normalising is slow. */
const DETOUR = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\/$/

/** Where a command stands after `cd`; a `cd` to nowhere a path names (home, back) leaves it unknown. */
export function folderAfter(folder: string, args: readonly string[]): string {
  const target = args.find((word) => !word.startsWith('-'))
  const next = target === undefined || !isPlainPath(target) ? '' : resolvePath(folder, target)
  return next === '.' || next.length > MAX_LENGTH ? '' : next
}

/** A word that names one file: no variable, no pattern, no home folder. */
export function isPlainPath(word: string): boolean {
  return word !== '' && word.length <= MAX_LENGTH && !/[$*?`~\n]/.test(word)
}
