import type { z } from 'zod'
import type { addEvent, addInput, addResult } from '#contract'
import { fault } from '#record'
import { type OpenedSource, openSource, type SourceFile } from '#source'
import { type AddPlan, type MeasuredStep, measureAhead, readFiles } from './add-steps.ts'
import { expectVerdicts, putRecipe, recipeInForce } from './apply-recipe.ts'
import { announce, type Desk } from './desk.ts'
import { TAKE_ALL, type Take, takeFirst, takeSample } from './take-rows.ts'

type AddInput = z.infer<typeof addInput>
type AddEvent = z.infer<typeof addEvent>
type AddResult = z.infer<typeof addResult>

/** Screens ask again this often while rows come in. */
const ANNOUNCE_EVERY_MS = 1_000
const LISTED_REJECTIONS = 1_000

/** An `add` on its way: what every step needs. */
interface Adding extends AddPlan {
  rows: number
  rejected: number
  filesDone: number
  startedAt: number
  announcedAt: number
}

/**
 * Opens a source and stores every row with its measures, going on where an earlier call stopped. What has been written
 * stays when the signal aborts. Ends with the recipe applied to everything, also when it ends early.
 */
export async function* addSource(desk: Desk, input: AddInput, signal: AbortSignal): AsyncGenerator<AddEvent> {
  const opened = await openSource(input.source, { sourceId: '', config: input.config, split: input.split, signal })
  checkRevision(opened, input.revision)
  const { record } = desk.session.workspace
  const { id: sourceId } = record.addSource({ uri: opened.uri, kind: opened.kind, revision: opened.revision }, desk.now().toISOString())
  const take = await chooseTake(opened, input, signal)
  const now = performance.now()
  const adding: Adding = { desk, opened, sourceId, take, signal, rows: 0, rejected: 0, filesDone: 0, startedAt: now, announcedAt: now }
  yield { kind: 'opened', sourceId, files: opened.files.length, bytes: opened.files.reduce((sum, file) => sum + file.bytes, 0) }
  const job = desk.jobs.start('adding', 'rows')
  let isJudged = false
  try {
    registerFiles(adding)
    expectVerdicts(desk)
    for await (const step of measureAhead(readFiles(adding), adding)) {
      await putStep(adding, step)
      job.progress(adding.rows, null)
      yield progressEvent(adding, step.file)
    }
    await putRecipe(desk, await recipeInForce(desk))
    isJudged = true
  } finally {
    job.end()
    if (!isJudged) await judgeWhatCame(desk)
    await announce(desk, 'examples')
  }
  yield { kind: 'done', result: await resultOf(adding) }
}

/** Local files have the one revision they have: asking for another must not succeed in silence. */
function checkRevision({ uri, revision }: OpenedSource, asked: string | undefined): void {
  if (asked === undefined || asked === revision) return
  throw fault('bad-input', `${uri} is at revision ${revision}, not at ${asked}.`, {
    culprit: '--revision',
    remedy: 'Leave --revision out, or check that these are the files you meant.',
  })
}

/** What stopped the add is what is told, so this fails in silence; a workspace that is being left is judged when it is opened next. */
async function judgeWhatCame(desk: Desk): Promise<void> {
  if (desk.session.closing.signal.aborted) return
  await recipeInForce(desk)
    .then((recipe) => putRecipe(desk, recipe))
    .catch(() => undefined)
}

/** A source counts as complete when every file of it was read to its end, so each must be known from the start. */
function registerFiles({ desk, sourceId, opened }: Adding): void {
  const { record } = desk.session.workspace
  const rejections = opened.rejections.map((one) => ({ ...one, ref: { ...one.ref, sourceId } }))
  record.putRows(sourceId, { path: '', nextRow: 0, isDone: false }, [], rejections)
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

async function putStep(adding: Adding, { progress, rows, rejections, isLast }: MeasuredStep): Promise<void> {
  const { desk, sourceId, signal } = adding
  const { workspace, examples } = desk.session
  signal.throwIfAborted()
  if (isLast) adding.filesDone++
  if (!progress) return
  const ids = workspace.record.putRows(sourceId, progress, rows, rejections)
  for (const id of ids) examples.forget(id)
  if (rows.length > 0)
    await workspace.analysis.putExamples(rows.map(({ index, values }, i) => ({ index: { ...index, id: ids[i] ?? index.id }, values })))
  adding.rows += rows.length
  adding.rejected += rejections.length
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
