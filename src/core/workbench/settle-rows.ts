import { planOf } from '#filter'
import type { MeasurePlan } from '#measure'
import type { ExampleIndex, ExampleRow } from '#record'
import { type AnalysisStore, judgesEachAlone } from '#store'
import { judgeAll, judgeFew } from './apply-recipe.ts'
import { goOn } from './bodies/fetching.ts'
import type { Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'

/** How rows were measured. */
export interface SettleOptions {
  plan: MeasurePlan
  /** The rows come without a verdict, and the caller judges once for all of them; default: it is done here. */
  isJudgedLater?: boolean | undefined
}

/**
 * Puts measured rows into the analysis and judges by the recipe in force. Rows that are there as they are keep what they have; those that were
 * removed while they waited for their turn stay away. Where a recipe chooses among all rows, their verdict comes a moment later: nobody waits for that.
 */
export async function settleRows(desk: Desk, rows: PutRows, { plan, isJudgedLater }: SettleOptions): Promise<void> {
  const { session } = desk
  await session.exclusiveVerdicts(async () => {
    const { analysis, record } = session.workspace
    const before = await rowsOf(analysis, rows)
    const isByPlan = plan === session.plan
    const outdated = new Set(isByPlan ? (await analysis.lackingOf(rows.map(({ index }) => index.id))).map(({ id }) => id) : [])
    const isSame = ({ index }: PutRows[number]): boolean => isHeld(before.get(index.id), index) && !outdated.has(index.id)
    const fresh = rows.filter((row) => !isSame(row) && record.place(row.index.id))
    if (fresh.length === 0) return
    // Counted by a tokenizer that is in force no more, a row is as good as not measured.
    await analysis.putExamples(isByPlan ? fresh : fresh.map(({ index }) => ({ index, values: {} })))
    if (!isJudgedLater) await judgeFresh(desk, fresh)
  })
}

async function judgeFresh(desk: Desk, fresh: PutRows): Promise<void> {
  const recipe = await recipeInForce(desk)
  if (judgesEachAlone(planOf(recipe).steps)) await judgeAll(desk, recipe)
  else goOn(desk.session.fetching, `verdicts of ${fresh.map(({ index }) => index.id).join()}`, () => judgeFew(desk))
}

type PutRows = Parameters<AnalysisStore['putExamples']>[0]

function isHeld(before: ExampleRow | undefined, { contentHash }: ExampleIndex): boolean {
  return before?.isMeasured === true && before.contentHash === contentHash
}

async function rowsOf(analysis: AnalysisStore, rows: readonly { index: ExampleIndex }[]): Promise<Map<string, ExampleRow>> {
  const found = await analysis.rowsOf(rows.map(({ index }) => index.id))
  return new Map(found.map((row) => [row.id, row]))
}
