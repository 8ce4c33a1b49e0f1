import type { RowGroupPlace, SourceFile } from '#source'
import type { Adding } from './adding.ts'
import { fileFailed } from './file-failed.ts'
import { failureOf } from './prepare-ahead.ts'

/**
 * The row groups of a file; null when only reading divides it, which goes for a broken footer too: reading says what is wrong. Undefined when the
 * file gave up, which is then told.
 */
export async function groupsOf(adding: Adding, file: SourceFile): Promise<RowGroupPlace[] | null | undefined> {
  try {
    return await adding.opened.groups(file, adding.signal)
  } catch (error) {
    adding.signal.throwIfAborted()
    const failure = failureOf(error, file.path)
    if (failure.kind === 'unreadable') return null
    fileFailed(adding, file, failure)
    return undefined
  }
}
