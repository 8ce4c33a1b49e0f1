import { indexRow } from '#parse'
import type { Json, Rejection } from '#record'
import type { RowGroupPlace, SourceFile, TextRow } from '#source'
import type { IndexedRow } from '#store'
import { type Adding, jobOf } from './adding.ts'
import { fileFailed } from './file-failed.ts'
import { groupsOf } from './groups-of.ts'
import { measuredOf } from './measured-of.ts'
import { failureOf, prepareAhead } from './prepare-ahead.ts'
import { putIndex } from './put-index.ts'

/** Files whose footers and small columns are on their way at the same time. */
const AHEAD = 8

/**
 * Puts every row of a source into the index by its small columns alone. Files that only reading divides cannot be indexed and are listed as
 * rejected, as are those that give up; the others go on. Yields after every step.
 */
export async function* indexFiles(adding: Adding): AsyncGenerator<void> {
  const { opened, progress, signal } = adding
  const files = unindexed(adding)
  progress.filesDone = opened.files.length - files.length
  progress.work.total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let known = { files: 0, rows: 0 }
  const bring = async (file: SourceFile, stop: AbortSignal): Promise<RowGroupPlace[] | null | undefined> => {
    const groups = await groupsOf(adding, file)
    known = { files: known.files + 1, rows: known.rows + (groups?.at(-1)?.end ?? 0) }
    if (known.files === files.length) progress.totalRows = known.rows
    if (groups) await opened.prepare(jobOf(adding, file, { fromRow: 0 }, 'small'), stop)
    return groups
  }
  for await (const brought of prepareAhead(files, bring, { ahead: AHEAD, signal })) {
    const { item: file, failure } = brought
    progress.file = file.path
    const doneBefore = progress.work.done
    if (failure) fileFailed(adding, file, failure)
    else if (brought.value === null) fileFailed(adding, file, notIndexable(file))
    else if (brought.value) yield* indexFile(adding, file, brought.value.at(-1)?.end ?? 0)
    progress.work.done = doneBefore + file.bytes
    yield
  }
}

function unindexed({ desk, sourceId, opened }: Adding): SourceFile[] {
  const before = desk.session.workspace.record.fileProgress(sourceId).filter(({ isIndexed }) => isIndexed)
  const paths = new Set(before.map(({ path }) => path))
  return opened.files.filter(({ path }) => !paths.has(path))
}

function notIndexable({ path }: SourceFile): { message: string; remedy: string } {
  return {
    message: `${path} has no columns that could be read by themselves, so it cannot be indexed.`,
    remedy: 'Fetch everything, or take a number of rows; in a terminal leave --index-only out or use --take N.',
  }
}

async function* indexFile(adding: Adding, file: SourceFile, rows: number): AsyncGenerator<void> {
  const { progress, desk, sourceId, signal } = adding
  try {
    const { fetching } = desk.session
    const storedBefore = fetching.stored
    const hadMeasured = (await measuredOf(desk, sourceId)) > 0
    for await (const batch of adding.reader.read(jobOf(adding, file, { fromRow: 0 }, 'small'), signal)) {
      const read = batch.items.map((item) => ('reason' in item ? item : indexedRow(item)))
      const strange = strangeness(read)
      if (strange) return fileFailed(adding, file, { message: strange, remedy: null })
      // Somebody may open rows of this very file while it is indexed.
      await putIndex(adding, file, read, { isLast: batch.isLast, hasMeasured: hadMeasured || fetching.stored > storedBefore })
      progress.work.done += (file.bytes * batch.items.length) / Math.max(1, rows)
      if (batch.isLast) progress.filesDone += 1
      yield
    }
  } catch (error) {
    signal.throwIfAborted()
    fileFailed(adding, file, failureOf(error, file.path))
  }
}

/** Why no row of a batch is known; null when one is. Columns are the same in the whole of a file: it is said once. */
function strangeness(read: readonly (IndexedRow | Rejection)[]): string | null {
  const [first] = read
  const isStrange = read.every((item) => 'reason' in item && item.kind === 'unknown-shape')
  return isStrange && first && 'reason' in first ? first.reason : null
}

function indexedRow({ ref, hints, body }: TextRow): IndexedRow | Rejection {
  const parsed = indexRow({ ref, hints, value: JSON.parse(body) as Json })
  return parsed.kind === 'rejection' ? parsed.rejection : { ref, hints, index: parsed.index }
}
