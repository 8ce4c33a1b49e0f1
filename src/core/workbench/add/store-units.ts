import { keepWithinBudget } from '../cache/keep-within-budget.ts'
import { type MeasuredBatch, measureRows } from '../measure-rows.ts'
import { type Adding, announceRows } from './adding.ts'
import { fileFailed } from './file-failed.ts'
import { type ReadStep, readUnits } from './read-units.ts'
import type { Unit } from './unit.ts'

/** A step after parse and measure. */
type MeasuredStep = Omit<ReadStep, 'items'> & MeasuredBatch

/** A step that is stored. */
export interface StoredStep extends Omit<MeasuredStep, 'rows' | 'rejections'> {
  /** Rows that became examples, or were ones before. */
  examples: number
  /** Rows and rejections of this step. */
  items: number
}

/** Reads, measures and stores units in their order; a file that gives up is listed and the others go on. */
export async function* storeUnits(adding: Adding, units: AsyncIterable<Unit> | Iterable<Unit>): AsyncGenerator<StoredStep> {
  for await (const { rows, rejections, ...step } of measureAhead(readUnits(adding, units), adding)) {
    adding.signal.throwIfAborted()
    if (step.failure) fileFailed(adding, step.unit.file, step.failure)
    else await putStep(adding, { rows, rejections, ...step })
    yield { ...step, examples: rows.length + step.passed, items: rows.length + rejections.length }
  }
}

/** Measures each batch while the one before it is stored and the one after it is read; they come out in order. */
async function* measureAhead(steps: AsyncIterable<ReadStep>, { desk, signal }: Adding): AsyncGenerator<MeasuredStep> {
  let ahead: Promise<MeasuredStep> | null = null
  for await (const { items, ...step } of steps) {
    const next = measureRows(desk.pool, desk.session.plan, items, signal).then((measured) => ({ ...step, ...measured }))
    // Told when its turn comes; until then nobody listens.
    next.catch(() => undefined)
    if (ahead) yield await ahead
    ahead = next
  }
  if (ahead) yield await ahead
}

async function putStep(adding: Adding, { unit, rows, rejections, nextRow, isLast }: MeasuredStep): Promise<void> {
  const { desk, sourceId, opened, progress, done } = adding
  const { workspace, examples } = desk.session
  const isDone = (isLast && unit.completesFile) || done.has(unit.file.path)
  // A part of a file leaves gaps behind it: only a file that is read whole and in order goes on from a row.
  const isInOrder = unit.completesFile && 'fromRow' in unit.wanted
  const fileProgress = { path: unit.file.path, nextRow: isInOrder ? nextRow : 0, isDone, isIndexed: isDone }
  const ids = workspace.record.putRows(sourceId, fileProgress, rows, rejections)
  desk.session.fetching.stored += ids.length
  for (const id of ids) examples.forget(id)
  if (rows.length > 0)
    await workspace.analysis.putExamples(rows.map(({ index, values }, i) => ({ index: { ...index, id: ids[i] ?? index.id }, values })))
  progress.rows += rows.length
  progress.rejected += rejections.length
  if (isLast && unit.completesFile) {
    progress.filesDone += 1
    await opened.release(unit.file)
  }
  await keepWithinBudget(desk)
  if (rows.length > 0) await announceRows(adding)
}
