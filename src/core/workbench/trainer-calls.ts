import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { forgetTemplate, listTemplates } from './exporting/templates/kept-templates.ts'
import { takeTemplate } from './exporting/templates/take-template.ts'
import { viewExample } from './exporting/templates/view-example.ts'

/** The calls about what a trainer sees. */
export function trainerCalls(desk: Desk) {
  return {
    view: os.trainer.view.handler(({ input, signal }) => viewExample(seatAt(desk), input, signal)),
    templates: os.trainer.templates.handler(() => listTemplates(desk.session.workspace)),
    take: os.trainer.take.handler(({ input, signal }) => takeTemplate(seatAt(desk), input.path, signal)),
    forget: os.trainer.forget.handler(async ({ input }) => ({ removed: await forgetTemplate(desk.session.workspace, input.id) })),
  }
}
