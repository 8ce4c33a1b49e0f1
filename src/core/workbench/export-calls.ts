import { join } from 'node:path'
import type { z } from 'zod'
import type { exportPreview } from '#contract'
import { EXPORT_TARGETS, exportWarnings, tallyExport } from '#export'
import type { TargetId } from '#record'
import { currentRecipe } from './apply-recipe.ts'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { historyOf } from './exporting/history.ts'
import { runPlan } from './exporting/run-plan.ts'
import { holdWhile } from './long-work.ts'
import { notBuilt } from './not-built.ts'
import { MEASURED } from './query-of.ts'
import { standingEdits } from './steps/standing-edits.ts'

/** The calls about exports. */
export function exportCalls(desk: Desk) {
  return {
    targets: os.export.targets.handler(() => EXPORT_TARGETS.map((target) => ({ ...target }))),
    preview: os.export.preview.handler(({ input }) => preview(seatAt(desk), input.target)),
    run: os.export.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => runPlan(seat, input, stop), signal)
    }),
    verify: os.export.verify.handler(() => notBuilt()),
    history: os.export.history.handler(() => historyOf(desk)),
  }
}

async function preview(desk: Desk, target: TargetId): Promise<z.infer<typeof exportPreview>> {
  const { workspace } = desk.session
  const { indexed, measured } = await workspace.analysis.counts()
  const tally = await tallyExport(workspace.analysis.rows(MEASURED, null, { measures: [] }), indexed - measured, (id) =>
    standingEdits(desk, id),
  )
  const { funnel } = await currentRecipe(desk)
  const whole = { chosen: tally.leaving, chosenHash: '', steps: [], mixture: [], splits: null }
  return {
    ...tally,
    ...whole,
    target,
    funnel,
    warnings: exportWarnings(tally, funnel),
    suggestedOut: join(workspace.path, 'exports', target),
  }
}
