import { funnelOf, planOf, type Recipe, reasonsOf } from '#filter'
import type { Funnel, Reason } from '#record'
import type { DraftCounts } from '#store'
import { announce, type Desk } from './desk.ts'
import { groupExamples } from './group-examples.ts'
import { stopSignal } from './long-work.ts'
import { bringIntoForce, recipeInForce } from './recipe-in-force.ts'

/** Applies a recipe to everything measured, remembers it, and says so. Aborted before every row is judged, it leaves all as it was. */
export async function putRecipe(desk: Desk, recipe: Recipe, signal?: AbortSignal): Promise<Funnel> {
  const { session } = desk
  // Beside others who write verdicts: rows that come meanwhile are few, and join.
  await groupExamples(desk, planOf(recipe), { signal: stopSignal(session, signal), isQuick: false })
  const funnel = await session.exclusiveVerdicts(() => judgeAll(desk, recipe, signal))
  await announce(desk, 'verdicts')
  return funnel
}

/** The same for a caller whose turn it is to write verdicts; says nothing to screens. */
export async function judgeAll(desk: Desk, recipe: Recipe, signal?: AbortSignal): Promise<Funnel> {
  const { session } = desk
  const stop = stopSignal(session, signal)
  const plan = planOf(recipe)
  await groupExamples(desk, plan, { signal: stop, isQuick: true })
  const counts = await session.workspace.analysis.judge(plan, { signal: stop })
  // Killed before this, the next start finds verdicts of another recipe than the one in force, and judges anew.
  bringIntoForce(desk, recipe)
  return funnelOf(recipe, counts)
}

/** What applying a recipe would do; everything stays as it is. */
export async function draftRecipe(desk: Desk, recipe: Recipe, signal?: AbortSignal) {
  const stop = stopSignal(desk.session, signal)
  const { analysis } = desk.session.workspace
  const plan = planOf(recipe)
  await groupExamples(desk, plan, { signal: stop, isQuick: true })
  const { counts, newlyKept, newlyDropped, leaving } = await analysis.draft(plan, { signal: stop })
  return {
    funnel: funnelOf(recipe, counts),
    hash: recipe.hash,
    newlyKept,
    newlyDropped,
    leaving: await tellLeaving(desk, recipe, leaving),
  }
}

/** Why the first examples would leave. */
async function tellLeaving(
  { session }: Desk,
  recipe: Recipe,
  leaving: DraftCounts['leaving'],
): Promise<{ id: string; reasons: Reason[] }[]> {
  if (leaving.length === 0) return []
  const tell = reasonsOf(recipe)
  const rows = await session.workspace.analysis.rowsOf(leaving.map(({ id }) => id))
  return leaving.flatMap(({ id, failed, faults }) => {
    const row = rows.find((one) => one.id === id)
    return row ? [{ id, reasons: tell(row, failed, faults) }] : []
  })
}

/** Judges everything where a row may lack its verdict by the recipe in force, or have one about other values. */
export async function judgeMissing(desk: Desk): Promise<void> {
  const { record } = desk.session.workspace
  if (record.exampleCount() === 0) return
  const recipe = await recipeInForce(desk)
  if (await isJudgedBy(desk, recipe)) return
  await putRecipe(desk, recipe)
}

/** The same after few rows came, which nobody waits for: when its turn comes, whoever judged before it may have done it. */
export async function judgeFew(desk: Desk): Promise<void> {
  const recipe = await recipeInForce(desk)
  const isJudged = await desk.session.exclusiveVerdicts(async () => {
    if (await isJudgedBy(desk, recipe)) return false
    await judgeAll(desk, recipe)
    return true
  })
  if (isJudged) await announce(desk, 'verdicts')
}

async function isJudgedBy({ session }: Desk, { hash }: Recipe): Promise<boolean> {
  return (await session.workspace.analysis.judgedBy()) === hash
}

/** The recipe in force and what it does to the rows here; all zeros until they are judged by it. */
export async function currentRecipe(desk: Desk): Promise<{ recipe: Recipe; funnel: Funnel }> {
  const recipe = await recipeInForce(desk)
  return { recipe, funnel: funnelOf(recipe, await desk.session.workspace.analysis.failedCounts(recipe.hash)) }
}
