import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { FaultError, fault, toFault } from '#record'

/**
 * The workspace folder, made when it is not there.
 *
 * @returns its real path, so that one folder reached by two paths is one workspace
 * @throws FaultError `bad-input` for what cannot be a folder, `read-only` and `disk-full` as the disk says
 */
export function openFolder(dir: string): string {
  if (dir === '' || dir.includes('\0')) throw fault('bad-input', 'A workspace needs the path of a folder.', { culprit: dir })
  const path = resolve(dir)
  try {
    makeFolder(path)
  } catch (error) {
    if (!isThere(path)) throw folderFault(error, path)
  }
  if (!statSync(path).isDirectory()) {
    throw fault('bad-input', `${path} is a file; a workspace is a folder.`, { culprit: path, remedy: 'Name a folder, new or empty.' })
  }
  return realpathSync(path)
}

/** Level by level: Node's recursive mkdir never ends where the file system itself answers ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (isThere(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/**
 * Path of a file of the workspace, which must be a plain file or not be there: a folder handed over by somebody must not point elsewhere.
 *
 * @throws FaultError `workspace-damaged`
 */
export function plainFile(folder: string, name: string): string {
  const path = join(folder, name)
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.isFile()) return path
  throw fault('workspace-damaged', `${path} is not a plain file.`, {
    culprit: path,
    remedy: 'Replace it by the file itself, or move it away.',
  })
}

/** A system error met while writing into the workspace: being refused means the folder is read-only for us. */
export function folderFault(error: unknown, path: string): FaultError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return fault('read-only', `The workspace ${path} cannot be written: ${code}.`, {
      culprit: path,
      remedy: 'Change the permissions of the folder, or choose another one.',
      cause: error,
    })
  }
  return new FaultError(toFault(error, path), { cause: error })
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}
