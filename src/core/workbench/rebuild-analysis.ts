import { projectStandings } from '#review'
import { putRecipe, recipeInForce } from './apply-recipe.ts'
import { announce, type Desk } from './desk.ts'
import { measureRows } from './measure-rows.ts'

const BATCH = 64

/**
 * Brings the derived side up to date after it was lost, after a kill between the two stores, or after a measure changed:
 * measures every body again, then applies the recipe and mirrors the decisions.
 */
export async function rebuildAnalysis(desk: Desk, signal: AbortSignal): Promise<void> {
  const { record, analysis } = desk.session.workspace
  const total = record.exampleCount()
  if (await analysis.isCurrent(total)) return
  await analysis.clear()
  const job = desk.jobs.start('measuring', 'examples')
  try {
    let last: string | null = null
    for (let done = 0; ; ) {
      signal.throwIfAborted()
      const bodies = record.bodiesAfter(last, BATCH)
      if (bodies.length === 0) break
      const items = bodies.map(({ ref, hints, body }) => ({ raw: { ref, hints, value: null }, body }))
      const { rows } = await measureRows(desk.pool, items, signal)
      const idAt = new Map(bodies.map(({ id, ref }) => [placeOf(ref), id]))
      await analysis.putExamples(
        rows.map(({ raw, index, values }) => ({ index: { ...index, id: idAt.get(placeOf(raw.ref)) ?? index.id }, values })),
      )
      last = bodies.at(-1)?.id ?? null
      done += bodies.length
      job.progress(done, total)
    }
    await analysis.putStandings([...projectStandings(desk.session.ledger).values()])
    await putRecipe(desk, await recipeInForce(desk))
  } finally {
    job.end()
    await announce(desk, 'examples')
  }
}

function placeOf(ref: { sourceId: string; file: string; row: number }): string {
  return JSON.stringify([ref.sourceId, ref.file, ref.row])
}
