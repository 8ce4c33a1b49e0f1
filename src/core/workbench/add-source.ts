import type { z } from 'zod'
import type { addEvent, addInput, addResult } from '#contract'
import { fault } from '#record'
import { type OpenedSource, openSource, type SourceFile } from '#source'
import type { FileProgress } from '#store'
import { putRecipe, recipeInForce } from './apply-recipe.ts'
import { announce, type Desk } from './desk.ts'
import { measureRows } from './measure-rows.ts'
import { type ReadBatch, readBatches } from './read-batches.ts'
import { TAKE_ALL, type Take, takeFirst, takeSample } from './take-rows.ts'

type AddInput = z.infer<typeof addInput>
type AddEvent = z.infer<typeof addEvent>
type AddResult = z.infer<typeof addResult>

/** Screens ask again this often while rows come in. */
const ANNOUNCE_EVERY_MS = 1_000
const LISTED_REJECTIONS = 1_000

/** An `add` on its way: what every step needs. */
interface Adding {
  desk: Desk
  opened: OpenedSource
  sourceId: string
  take: Take
  signal: AbortSignal
  rows: number
  rejected: number
  filesDone: number
  startedAt: number
  announcedAt: number
}

/**
 * Opens a source and stores every row with its measures, going on where an earlier call stopped. What has been written
 * stays when the signal aborts. Ends with the recipe applied to everything.
 */
export async function* addSource(desk: Desk, input: AddInput, signal: AbortSignal): AsyncGenerator<AddEvent> {
  const opened = await openSource(input.source, { sourceId: '', config: input.config, split: input.split, signal })
  const { record } = desk.session.workspace
  const { id: sourceId } = record.addSource({ uri: opened.uri, kind: opened.kind, revision: opened.revision }, desk.now().toISOString())
  const take = await chooseTake(opened, input, signal)
  const now = performance.now()
  const adding: Adding = { desk, opened, sourceId, take, signal, rows: 0, rejected: 0, filesDone: 0, startedAt: now, announcedAt: now }
  yield { kind: 'opened', sourceId, files: opened.files.length, bytes: opened.files.reduce((sum, file) => sum + file.bytes, 0) }
  const job = desk.jobs.start('adding', 'rows')
  try {
    record.putRows(
      sourceId,
      { path: '', nextRow: 0, isDone: false },
      [],
      opened.rejections.map((one) => ({ ...one, ref: { ...one.ref, sourceId } })),
    )
    registerFiles(adding)
    for (const file of opened.files) {
      for await (const event of addFile(adding, file)) {
        job.progress(adding.rows, null)
        yield event
      }
    }
  } finally {
    job.end()
    await putRecipe(desk, await recipeInForce(desk))
    await announce(desk, 'examples')
  }
  yield { kind: 'done', result: await resultOf(adding) }
}

/** A source counts as complete when every file of it was read to its end, so each must be known from the start. */
function registerFiles({ desk, sourceId, opened }: Adding): void {
  const { record } = desk.session.workspace
  const known = new Set(record.fileProgress(sourceId).map(({ path }) => path))
  for (const { path } of opened.files) {
    if (!known.has(path)) record.putRows(sourceId, { path, nextRow: 0, isDone: false }, [], [])
  }
}

async function chooseTake(opened: OpenedSource, { take, seed }: AddInput, signal: AbortSignal): Promise<Take> {
  if (take === undefined && seed !== undefined) {
    throw fault('bad-input', '--seed goes with --take N.', { culprit: '--seed', remedy: 'Add --take N, or leave --seed out.' })
  }
  if (take === undefined) return TAKE_ALL
  return seed === undefined ? takeFirst(take) : takeSample(opened, take, seed, signal)
}

async function* addFile(adding: Adding, file: SourceFile): AsyncGenerator<AddEvent> {
  const { take, sourceId, signal, opened, desk } = adding
  const before = desk.session.workspace.record.fileProgress(sourceId).find(({ path }) => path === file.path)
  if (!before?.isDone && take.wantsFile(file)) {
    // A partial take may leave gaps behind it, so only a whole read is resumed by row number.
    const fromRow = take === TAKE_ALL ? (before?.nextRow ?? 0) : 0
    let nextRow = fromRow
    for await (const batch of readBatches(opened, file, { sourceId, fromRow, take, signal })) {
      nextRow = batch.nextRow
      await putBatch(adding, { path: file.path, nextRow: take === TAKE_ALL ? nextRow : 0, isDone: false }, batch)
      yield progressEvent(adding, file)
    }
    if (take === TAKE_ALL) desk.session.workspace.record.putRows(sourceId, { path: file.path, nextRow, isDone: true }, [], [])
  }
  adding.filesDone++
  yield progressEvent(adding, file)
}

async function putBatch(adding: Adding, progress: FileProgress, batch: ReadBatch): Promise<void> {
  const { desk, sourceId, signal } = adding
  const { record, analysis } = desk.session.workspace
  const measured = await measureRows(desk.pool, batch.items, signal)
  signal.throwIfAborted()
  const ids = record.putRows(sourceId, progress, measured.rows, measured.rejections)
  await analysis.putExamples(measured.rows.map(({ index, values }, i) => ({ index: { ...index, id: ids[i] ?? index.id }, values })))
  adding.rows += measured.rows.length
  adding.rejected += measured.rejections.length
  if (performance.now() - adding.announcedAt < ANNOUNCE_EVERY_MS) return
  adding.announcedAt = performance.now()
  await announce(desk, 'examples')
}

function progressEvent(adding: Adding, file: SourceFile): AddEvent {
  const seconds = (performance.now() - adding.startedAt) / 1000
  const { filesDone, rows, rejected, opened } = adding
  return {
    kind: 'progress',
    file: file.path,
    filesDone,
    files: opened.files.length,
    rows,
    rejected,
    rowsPerSecond: rows / Math.max(seconds, 0.001),
  }
}

async function resultOf({ desk, sourceId, opened, startedAt }: Adding): Promise<AddResult> {
  const { record, analysis } = desk.session.workspace
  const source = record.sources().find(({ id }) => id === sourceId)
  const rejections = record.rejections({ sourceId, offset: 0, limit: LISTED_REJECTIONS })
  const { total } = await analysis.page({ facets: { source: [sourceId] } }, null, 0, 1)
  return {
    sourceId,
    source: opened.uri,
    revision: opened.revision,
    shape: source?.shapes[0] ?? null,
    shapes: source?.shapes ?? [],
    examples: source?.examples ?? 0,
    measured: total,
    rejected: rejections.rows.map(({ ref, reason }) => ({ where: ref.row < 0 ? ref.file : `${ref.file}:${ref.row + 1}`, reason })),
    rejectedCount: rejections.total,
    bytesFetched: 0,
    requests: 0,
    seconds: (performance.now() - startedAt) / 1000,
  }
}
