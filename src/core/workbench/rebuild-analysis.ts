import { setImmediate } from 'node:timers/promises'
import { projectStandings } from '#review'
import { judgeMissing } from './apply-recipe.ts'
import { NO_PROGRESS } from './bodies/store-rows.ts'
import { announce, type Desk } from './desk.ts'
import { fillLacking } from './measuring/fill-lacking.ts'
import { measureBodies } from './measuring/measure-bodies.ts'

const BATCH = 64
/** Rows that are only put back into the index cost next to nothing each. */
const INDEX_BATCH = 1_000

/**
 * Brings the derived side up to date after it was lost, after a kill between the two stores, or after a measure or rule changed: measures
 * what it lacks, whole rows or single measures, puts back what is only indexed, mirrors the decisions, and applies the recipe where a verdict may be
 * missing.
 */
export async function rebuildAnalysis(desk: Desk, signal: AbortSignal): Promise<void> {
  const { record, analysis } = desk.session.workspace
  const missing = await analysis.reconcile(record.contentHashes())
  if (missing.length > 0) await fillIn(desk, missing, signal)
  const standings = [...projectStandings(desk.session.ledger).values()]
  if (standings.length > 0) await analysis.putStandings(standings)
  if ((await analysis.countLacking()) > 0) await toItsEnd(fillLacking(desk, signal))
  await judgeMissing(desk)
}

async function toItsEnd(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events);
}

/** The index first: it is quick, and gives the table every row. */
async function fillIn(desk: Desk, missing: readonly string[], signal: AbortSignal): Promise<void> {
  const job = desk.jobs.start('measuring', 'examples')
  try {
    const here: string[] = []
    for (let at = 0; at < missing.length; at += INDEX_BATCH) {
      signal.throwIfAborted()
      here.push(...(await indexAgain(desk, missing.slice(at, at + INDEX_BATCH))))
      job.progress(Math.min(at + INDEX_BATCH, missing.length) - here.length, missing.length)
    }
    const indexed = missing.length - here.length
    for (let done = 0; done < here.length; done += BATCH) {
      signal.throwIfAborted()
      await measureAgain(desk, here.slice(done, done + BATCH), signal)
      job.progress(indexed + Math.min(done + BATCH, here.length), missing.length)
    }
  } finally {
    job.end()
    await announce(desk, 'examples')
  }
}

/** Puts back those whose rows are not here, as they were in the table before: measured when somebody opens them. Returns the others. */
async function indexAgain({ session }: Desk, ids: readonly string[]): Promise<string[]> {
  const { record, analysis } = session.workspace
  const here = new Set(ids.filter((id) => record.place(id)?.hasBody))
  const away = record.indexOf(ids.filter((id) => !here.has(id)))
  // Others have their turn between batches, also when there is nothing to write.
  await setImmediate()
  if (away.length > 0) await analysis.putExamples(away.map((index) => ({ index, values: {} })))
  return [...here]
}

async function measureAgain(desk: Desk, ids: string[], signal: AbortSignal): Promise<void> {
  const { record, analysis } = desk.session.workspace
  const { rows, failed } = await measureBodies(desk, ids, signal)
  // A stored row that is no example any more stays stored, and is listed: nothing goes missing in silence.
  for (const { rejection } of failed) record.putRows(rejection.ref.sourceId, NO_PROGRESS, [], [rejection])
  await analysis.putExamples(rows)
}
