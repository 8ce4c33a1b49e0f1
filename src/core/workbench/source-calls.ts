import { homedir } from 'node:os'
import { listOpenable } from '#source'
import { addSource } from './add-source.ts'
import { putRecipe, recipeInForce } from './apply-recipe.ts'
import { os } from './base.ts'
import { announce, type Desk } from './desk.ts'
import { holdWhile, stopSignal } from './long-work.ts'

/** The calls about sources and the folders they are opened from. */
export function sourceCalls(desk: Desk) {
  return {
    add: os.source.add.handler(({ input, signal }) => holdWhile(desk.session, addSource(desk, input, stopSignal(desk.session, signal)))),
    list: os.source.list.handler(() => desk.session.workspace.record.sources()),
    remove: os.source.remove.handler(({ input }) =>
      desk.session.exclusive(async () => {
        const { record, analysis } = desk.session.workspace
        const before = record.exampleCount()
        record.removeSource(input.id)
        await analysis.removeSource(input.id)
        desk.session.examples.forget()
        await putRecipe(desk, await recipeInForce(desk))
        await announce(desk, 'examples')
        return { removed: before - record.exampleCount() }
      }),
    ),
    rejections: os.source.rejections.handler(({ input }) => desk.session.workspace.record.rejections(input)),
  }
}

/** The calls about this machine's folders. */
export function filesCalls() {
  return { list: os.files.list.handler(({ input }) => listOpenable(input.path ?? homedir())) }
}
