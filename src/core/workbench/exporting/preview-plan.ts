import { join } from 'node:path'
import type { z } from 'zod'
import type { exportPreview } from '#contract'
import { addToTally, type ExportTally, effectivePlan, emptyTally, exportWarnings, tallyEdits, targetOf, tokenizerWarning } from '#export'
import { encodingOf } from '#measure'
import type { Decision, ExportChoice, ExportPlan, Outcome, Resolved, Verdict } from '#record'
import { currentRecipe } from '../apply-recipe.ts'
import type { Desk } from '../desk.ts'
import { standingEdits } from '../steps/standing-edits.ts'
import { choosePlan } from './choose-plan.ts'
import { IS_EDITED, IS_MEASURED, narrowed, outcomeIs, selectedBy } from './plan-query.ts'

/** What would leave by a plan and why, in numbers. What the format makes of rows is not told: none is made. */
export async function previewPlan(desk: Desk, asked: ExportPlan, signal?: AbortSignal): Promise<z.infer<typeof exportPreview>> {
  const plan = effectivePlan(asked)
  const tally = await tallySelected(desk, plan.choice)
  const chosen = await choosePlan(desk, plan, signal)
  const { funnel } = await currentRecipe(desk)
  const ids = tokenizerWarning(targetOf(plan.target).info, encodingOf(desk.session.plan.tokenizer))
  return {
    ...tally,
    chosen: chosen.units.length,
    chosenHash: chosen.hash,
    steps: chosen.steps,
    mixture: chosen.mixture,
    splits: chosen.splits,
    target: plan.target,
    funnel,
    warnings: [...exportWarnings(tally, funnel), ...(ids === null ? [] : [ids]), ...chosen.warnings],
    suggestedOut: join(desk.session.workspace.path, 'exports', plan.target),
  }
}

/** Columns a tally is told by. */
const TOLD = ['is_measured', 'decision', 'verdict', 'outcome', 'is_stale', 'is_disputed', 'resolved']

/** Who decided what over the selected examples; where people alone let examples leave, what nobody accepted stays behind. */
async function tallySelected(desk: Desk, choice: ExportChoice): Promise<ExportTally> {
  const { analysis } = desk.session.workspace
  const query = selectedBy(desk, choice)
  const tally = emptyTally()
  for (const { values, count } of await analysis.countBy(query, TOLD)) {
    const [isMeasured, decision, verdict, outcome, isStale, isDisputed, resolved] = values
    addToTally(
      tally,
      {
        isMeasured: isMeasured === true,
        decision: decision as Decision | null,
        verdict: verdict as Verdict | null,
        outcome: choice.outcome === 'accepted' && decision !== 'accept' ? 'drop' : (outcome as Outcome | null),
        isStale: isStale === true,
        isDisputed: isDisputed === true,
        resolved: Number(resolved) as Resolved,
      },
      count,
    )
  }
  const edited = narrowed(query, IS_MEASURED, IS_EDITED, outcomeIs(choice.outcome))
  const edits = await tallyEdits(analysis.rows(edited, null, { measures: [] }), (id) => standingEdits(desk, id))
  return { ...tally, edits }
}
