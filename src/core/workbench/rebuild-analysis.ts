import { projectStandings } from '#review'
import type { StoredBody } from '#store'
import { expectVerdicts, isJudged, putRecipe, recipeInForce } from './apply-recipe.ts'
import { announce, type Desk } from './desk.ts'
import { measureRows } from './measure-rows.ts'

const BATCH = 64

/**
 * Brings the derived side up to date after it was lost, after a kill between the two stores, or after a measure or rule changed: measures
 * what it lacks, mirrors the decisions, and applies the recipe where a verdict may be missing.
 */
export async function rebuildAnalysis(desk: Desk, signal: AbortSignal): Promise<void> {
  const { record, analysis } = desk.session.workspace
  const missing = await analysis.reconcile(record.contentHashes())
  if (missing.length > 0) await measureMissing(desk, missing, signal)
  const standings = [...projectStandings(desk.session.ledger).values()]
  if (standings.length > 0) await analysis.putStandings(standings)
  if (record.exampleCount() > 0 && !(await isJudged(desk))) await putRecipe(desk, await recipeInForce(desk))
}

async function measureMissing(desk: Desk, missing: string[], signal: AbortSignal): Promise<void> {
  expectVerdicts(desk)
  const job = desk.jobs.start('measuring', 'examples')
  try {
    for (let done = 0; done < missing.length; done += BATCH) {
      signal.throwIfAborted()
      await measureAgain(desk, missing.slice(done, done + BATCH), signal)
      job.progress(Math.min(done + BATCH, missing.length), missing.length)
    }
  } finally {
    job.end()
    await announce(desk, 'examples')
  }
}

async function measureAgain(desk: Desk, ids: string[], signal: AbortSignal): Promise<void> {
  const { record, analysis } = desk.session.workspace
  const bodies = ids.map((id) => readable(desk, id)).filter((body): body is StoredBody => body !== undefined)
  const items = bodies.map(({ ref, hints, body }) => ({ raw: { ref, hints }, body }))
  const { rows, rejections } = await measureRows(desk.pool, items, signal)
  // A stored row that is no example any more stays stored, and is listed: nothing goes missing in silence.
  for (const one of rejections) record.putRows(one.ref.sourceId, { path: '', nextRow: 0, isDone: false, isIndexed: false }, [], [one])
  const idAt = new Map(bodies.map(({ id, ref }) => [placeOf(ref), id]))
  await analysis.putExamples(
    rows.map(({ raw, index, values }) => ({ index: { ...index, id: idAt.get(placeOf(raw.ref)) ?? index.id }, values })),
  )
}

/** One damaged body must not keep the others from being measured; opening that example says what is wrong with it. */
function readable({ session }: Desk, id: string): StoredBody | undefined {
  try {
    return session.workspace.record.body(id)
  } catch {
    return undefined
  }
}

function placeOf(ref: { sourceId: string; file: string; row: number }): string {
  return JSON.stringify([ref.sourceId, ref.file, ref.row])
}
