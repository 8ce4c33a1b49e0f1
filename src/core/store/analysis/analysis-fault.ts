import { fault } from '#record'

/** DuckDB has no error codes, only these words. */
const FULL = /no space left|disk quota|could not write|failed to write|out of disk|max_temp_directory_size/i
const INVALID = /database has been invalidated|connection has been closed|connection error/i

/** Turns an error of DuckDB into a Fault that names the file; anything else is given back as it is. */
export function analysisFault(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : ''
  if (FULL.test(message)) {
    return fault('disk-full', `${path} cannot be written: the disk is full.`, {
      culprit: path,
      remedy: 'Free some space and open the workspace again; it is rebuilt from the rows, and no decision is lost.',
      cause: error,
    })
  }
  if (INVALID.test(message)) {
    return fault('unreadable', `${path} stopped working (${message}).`, {
      culprit: path,
      remedy: 'Open the workspace again.',
      cause: error,
    })
  }
  return error
}
