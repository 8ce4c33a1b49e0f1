import { applyRecipe } from '#filter'
import type { MeasurePlan } from '#measure'
import type { ExampleIndex, ExampleRow } from '#record'
import type { AnalysisStore } from '#store'
import { expectVerdicts, judgeAll, recipeInForce } from './apply-recipe.ts'
import type { Desk } from './desk.ts'

/** How rows were measured. */
export interface SettleOptions {
  plan: MeasurePlan
  /** Rows that were judged before lose their verdict, and the caller judges everything once; default: it is done here. */
  isJudgedLater?: boolean | undefined
}

/**
 * Puts measured rows into the analysis with their verdict by the recipe in force. Rows that are there as they are keep what they have; those
 * that were removed while they waited for their turn stay away.
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
    // A row that was in the funnel and reads otherwise now cannot be taken out of its sums: everything is judged anew.
    const wasJudged = fresh.some(({ index }) => before.get(index.id)?.verdict)
    if (wasJudged) expectVerdicts(desk)
    // Counted by a tokenizer that is in force no more, a row is as good as not measured.
    await analysis.putExamples(isByPlan ? fresh : fresh.map(({ index }) => ({ index, values: {} })))
    if (wasJudged && isJudgedLater) return
    const recipe = await recipeInForce(desk)
    if (wasJudged || !(await analysis.funnel())) await judgeAll(desk, recipe)
    else if (isByPlan) {
      const { verdicts, funnel } = applyRecipe(recipe, (await rowsOf(analysis, fresh)).values())
      await analysis.addVerdicts(verdicts, funnel)
    }
  })
}

type PutRows = Parameters<AnalysisStore['putExamples']>[0]

function isHeld(before: ExampleRow | undefined, { contentHash }: ExampleIndex): boolean {
  return before?.isMeasured === true && before.contentHash === contentHash
}

async function rowsOf(analysis: AnalysisStore, rows: readonly { index: ExampleIndex }[]): Promise<Map<string, ExampleRow>> {
  const found = await analysis.rowsOf(rows.map(({ index }) => index.id))
  return new Map(found.map((row) => [row.id, row]))
}
