import { EXPORT_TARGETS } from '#export'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { historyOf } from './exporting/history.ts'
import { previewPlan } from './exporting/preview-plan.ts'
import { runPlan } from './exporting/run-plan.ts'
import { verifyExport } from './exporting/verify-export.ts'
import { holdWhile } from './long-work.ts'
import { readExport } from './pushing/read-export.ts'
import { wholePath } from './whole-path.ts'

/** The calls about exports. */
export function exportCalls(desk: Desk) {
  return {
    targets: os.export.targets.handler(() => EXPORT_TARGETS.map((target) => ({ ...target }))),
    preview: os.export.preview.handler(({ input, signal }) => previewPlan(seatAt(desk), input, signal)),
    run: os.export.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => runPlan(seat, input, stop), signal)
    }),
    verify: os.export.verify.handler(({ input, signal }) => verifyExport(seatAt(desk), input.dir, signal)),
    card: os.export.card.handler(async ({ input }) => ({ text: (await readExport(wholePath(input.dir))).card })),
    history: os.export.history.handler(() => historyOf(desk)),
  }
}
