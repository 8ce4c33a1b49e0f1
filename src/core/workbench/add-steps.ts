import { createRowReader, type OpenedSource, type RowReader, type SourceFile } from '#source'
import type { FileProgress } from '#store'
import type { Desk } from './desk.ts'
import { type MeasuredBatch, measureRows } from './measure-rows.ts'
import { type ReadBatch, readBatches } from './read-batches.ts'
import { TAKE_ALL, type Take } from './take-rows.ts'

/** What an `add` reads and where to. */
export interface AddPlan {
  desk: Desk
  opened: OpenedSource
  sourceId: string
  take: Take
  signal: AbortSignal
}

/** A part of one file on its way into the workspace; no progress means that nothing of it is to be written. */
interface Step {
  file: SourceFile
  progress: FileProgress | null
  isLast: boolean
}

/** A step as it was read. */
export type ReadStep = Step & Pick<ReadBatch, 'items'>
/** A step after parse and measure. */
export type MeasuredStep = Step & MeasuredBatch

/** Every file in turn, batch by batch, read in a thread that ends with the last of them. */
export async function* readFiles(plan: AddPlan): AsyncGenerator<ReadStep> {
  const reader = createRowReader({ workerUrl: plan.desk.options.readWorkerUrl })
  try {
    for (const file of plan.opened.files) yield* readFile(reader, file, plan)
  } finally {
    await reader.close()
  }
}

/** A file that needs no reading is one step with nothing in it. */
async function* readFile(reader: RowReader, file: SourceFile, plan: AddPlan): AsyncGenerator<ReadStep> {
  const { take, sourceId, signal, opened, desk } = plan
  const isWhole = take === TAKE_ALL
  const before = desk.session.workspace.record.fileProgress(sourceId).find(({ path }) => path === file.path)
  if (before?.isDone || !take.wantsFile(file)) {
    yield { file, items: [], progress: null, isLast: true }
    return
  }
  // A partial take may leave gaps behind it, so only a whole read is resumed by row number.
  const fromRow = isWhole ? (before?.nextRow ?? 0) : 0
  const { origin, ...job } = opened.job(file, fromRow)
  const batches = reader.read({ ...job, origin: { ...origin, sourceId } }, signal)
  for await (const { items, nextRow, isLast } of readBatches(batches, file, { fromRow, take })) {
    yield { file, items, progress: { path: file.path, nextRow: isWhole ? nextRow : 0, isDone: isWhole && isLast }, isLast }
  }
}

/** Measures each batch while the one before it is stored and the one after it is read; they come out in order. */
export async function* measureAhead(steps: AsyncIterable<ReadStep>, { desk, signal }: AddPlan): AsyncGenerator<MeasuredStep> {
  let ahead: Promise<MeasuredStep> | null = null
  for await (const { items, ...step } of steps) {
    const next = measureRows(desk.pool, items, signal).then((measured) => ({ ...step, ...measured }))
    // Told when its turn comes; until then nobody listens.
    next.catch(() => undefined)
    if (ahead) yield await ahead
    ahead = next
  }
  if (ahead) yield await ahead
}
