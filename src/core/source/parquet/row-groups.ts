import type { FileMetaData } from 'hyparquet'
import { FaultError, fault } from '#record'
import type { Bytes } from '../bytes.ts'
import type { RowGroupPlace } from '../types.ts'
import { chunkRange } from './chunk-range.ts'
import { readFooter } from './footer.ts'
import { hasPages } from './plan-parts.ts'

/** The row groups of a footer. */
export function rowGroupsOf(metadata: FileMetaData): RowGroupPlace[] {
  let start = 0
  return metadata.row_groups.map((group, number) => {
    const end = start + Number(group.num_rows)
    const ranges = group.columns.map(chunkRange)
    const place = {
      group: number,
      start,
      end,
      hasPages: hasPages(group),
      bytes: ranges.reduce((sum, range) => sum + range.end - range.start, 0),
    }
    start = end
    return place
  })
}

/**
 * The row groups of a parquet file's bytes; `file` names it in messages.
 * @throws Fault `unreadable`; what the bytes throw, when it is a Fault; the signal's reason.
 */
export async function readGroups(bytes: Bytes, file: string, signal?: AbortSignal): Promise<RowGroupPlace[]> {
  try {
    return rowGroupsOf(await readFooter(bytes, signal))
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof FaultError) throw error
    throw fault('unreadable', `${file} ${error instanceof Error ? error.message : String(error)}`, { culprit: file, cause: error })
  }
}
