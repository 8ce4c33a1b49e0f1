import { applyRecipe } from '#filter'
import type { ExampleIndex, ExampleRow } from '#record'
import type { AnalysisStore } from '#store'
import { judgeAll, recipeInForce } from './apply-recipe.ts'
import type { Desk } from './desk.ts'

/**
 * Puts measured rows into the analysis with their verdict by the recipe in force. Rows that are there as they are keep what they have; those
 * that were removed while they waited for their turn stay away.
 */
export async function settleRows(desk: Desk, rows: Parameters<AnalysisStore['putExamples']>[0]): Promise<void> {
  const { session } = desk
  await session.exclusiveVerdicts(async () => {
    const { analysis, record } = session.workspace
    const before = await rowsOf(analysis, rows)
    const fresh = rows.filter(({ index }) => !isSame(before.get(index.id), index) && record.place(index.id))
    if (fresh.length === 0) return
    await analysis.putExamples(fresh)
    const recipe = await recipeInForce(desk)
    // A row that was in the funnel and reads otherwise now cannot be taken out of its sums: everything is judged anew.
    const wasJudged = fresh.some(({ index }) => before.get(index.id)?.verdict)
    if (wasJudged || !(await analysis.funnel())) await judgeAll(desk, recipe)
    else {
      const { verdicts, funnel } = await applyRecipe(recipe, (await rowsOf(analysis, fresh)).values())
      await analysis.addVerdicts(verdicts, funnel)
    }
  })
}

function isSame(before: ExampleRow | undefined, { contentHash }: ExampleIndex): boolean {
  return before?.isMeasured === true && before.contentHash === contentHash
}

async function rowsOf(analysis: AnalysisStore, rows: readonly { index: ExampleIndex }[]): Promise<Map<string, ExampleRow>> {
  const found = await analysis.rowsOf(rows.map(({ index }) => index.id))
  return new Map(found.map((row) => [row.id, row]))
}
