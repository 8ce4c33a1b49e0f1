import { type FaultKind, fault } from '#record'

/** What the binding adds to an Error. */
interface SqliteError extends Error {
  errcode: number
  systemErrno?: number
}

const FREE_SPACE = 'Free some space and try again; everything saved so far is kept.'

/** By primary result code (https://sqlite.org/rescode.html). */
const BY_CODE: Record<number, [FaultKind, string, string]> = {
  5: ['workspace-busy', 'is in use by another program', 'Close the other program and try again.'],
  8: ['read-only', 'cannot be written: it is read-only', 'Change its permissions or choose another folder.'],
  11: ['workspace-damaged', 'is damaged', 'Restore the folder from a copy; no part of it was changed.'],
  13: ['disk-full', 'cannot be written: the disk is full', FREE_SPACE],
  14: ['unreadable', 'cannot be opened', 'Check the permissions of the folder and of its files.'],
  26: ['workspace-damaged', 'is not a Winnow workspace: the file is no SQLite database', 'Restore the file from a copy, or move it away.'],
}

/** Extended codes of a write, a sync or a growth that the disk refused: the log, or the file that grows with it, found no room. */
const NO_ROOM = new Set([778, 1034, 1290, 1546, 4874, 5386])

const IO_ERROR = 10
const READ_FAILED: [FaultKind, string, string] = [
  'unreadable',
  'cannot be read: the disk reports an error',
  'Copy the folder to another disk.',
]

/** Turns an error of the SQLite binding into a Fault that names the file; anything else is given back as it is. */
export function sqliteFault(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return error
  const primary = error.errcode & 0xff
  const known = primary === IO_ERROR ? (NO_ROOM.has(error.errcode) ? BY_CODE[13] : READ_FAILED) : BY_CODE[primary]
  if (!known) return error
  return fault(known[0], `${path} ${known[1]} (${error.message}).`, { culprit: path, remedy: known[2], cause: error })
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
}
