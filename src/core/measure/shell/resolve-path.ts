import { posix } from 'node:path'

/** Longer words are text, not paths; a script of a hundred thousand `cd a` would otherwise build one. */
const MAX_LENGTH = 500

/** A path as one name, seen from the folder the command went to: `cd src && sed -i ... ./x.py` is about `src/x.py`. */
export function resolvePath(folder: string, path: string): string {
  return posix.normalize(path.startsWith('/') ? path : posix.join(folder, path))
}

/** Where a command stands after `cd`; a `cd` to nowhere a path names (home, back) leaves it unknown. */
export function folderAfter(folder: string, args: readonly string[]): string {
  const target = args.find((word) => !word.startsWith('-'))
  const next = target === undefined || !isPlainPath(target) ? '' : resolvePath(folder, target)
  return next.length > MAX_LENGTH ? '' : next
}

/** A word that names one file: no variable, no pattern, no home folder. */
export function isPlainPath(word: string): boolean {
  return word !== '' && word.length <= MAX_LENGTH && !/[$*?`~\n]/.test(word)
}
