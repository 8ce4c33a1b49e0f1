import type { RowGroupPlace, SourceFile } from '#source'
import { type Adding, jobOf } from '../adding.ts'
import { fileFailed } from '../file-failed.ts'
import { groupsOf } from '../groups-of.ts'
import { failureOf, prepareAhead } from '../prepare-ahead.ts'
import { asSpans } from '../unit.ts'
import type { FileGroups } from './sample-order.ts'

/** Footers on their way at the same time. */
const AHEAD = 8

/** The row groups of every file; files that only reading divides are read to count their rows. Those that give up are told and left out. */
export async function groupsOfAll(adding: Adding, files: readonly SourceFile[]): Promise<FileGroups[]> {
  const all: FileGroups[] = []
  const look = async (file: SourceFile, stop: AbortSignal): Promise<RowGroupPlace[] | null | undefined> => {
    const groups = await groupsOf(adding, file)
    if (groups === null) await adding.opened.prepare(jobOf(adding, file, { fromRow: 0 }), stop)
    return groups
  }
  for await (const found of prepareAhead(files, look, { ahead: AHEAD, signal: adding.signal })) {
    if (found.failure) fileFailed(adding, found.item, found.failure)
    else {
      const groups = found.value === null ? await countedRows(adding, found.item) : found.value
      if (groups) all.push({ path: found.item.path, groups })
    }
  }
  return all
}

/** Rows that are there, as groups without gaps: each can be had by itself, as from a file with pages. */
async function countedRows(adding: Adding, file: SourceFile): Promise<RowGroupPlace[] | undefined> {
  const rows: number[] = []
  try {
    for await (const { items } of adding.reader.read(jobOf(adding, file, { fromRow: 0 }), adding.signal)) {
      for (const item of items) if ('body' in item) rows.push(item.ref.row)
    }
  } catch (error) {
    adding.signal.throwIfAborted()
    fileFailed(adding, file, failureOf(error, file.path))
    return undefined
  }
  return asSpans(rows).map((span, group) => ({ ...span, group, hasPages: true, bytes: 0 }))
}
