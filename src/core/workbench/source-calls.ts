import { homedir } from 'node:os'
import { listOpenable } from '#source'
import { addSource } from './add/add-source.ts'
import { describeSource } from './add/describe-source.ts'
import { putRecipe } from './apply-recipe.ts'
import { os } from './base.ts'
import { announce, type Desk, seatAt } from './desk.ts'
import { holdWhile } from './long-work.ts'
import { recipeInForce } from './recipe-in-force.ts'

/** The calls about sources and the folders they are opened from. */
export function sourceCalls(desk: Desk) {
  return {
    add: os.source.add.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => addSource(seat, input, stop), signal)
    }),
    list: os.source.list.handler(() => desk.session.workspace.record.sources()),
    columns: os.source.columns.handler(({ input, signal }) => describeSource(desk, input, signal)),
    remove: os.source.remove.handler(({ input }) => {
      const seat = seatAt(desk)
      return seat.session.exclusive(() => removeSource(seat, input.id))
    }),
    rejections: os.source.rejections.handler(({ input }) => desk.session.workspace.record.rejections(input)),
  }
}

async function removeSource(desk: Desk, id: string): Promise<{ removed: number }> {
  const { workspace, examples, exclusiveVerdicts } = desk.session
  const before = workspace.record.exampleCount()
  await exclusiveVerdicts(async () => {
    workspace.record.removeSource(id)
    await workspace.analysis.removeSource(id)
  })
  examples.forget()
  await putRecipe(desk, await recipeInForce(desk))
  await announce(desk, 'examples')
  return { removed: before - workspace.record.exampleCount() }
}

/** The calls about this machine's folders. */
export function filesCalls() {
  return { list: os.files.list.handler(({ input }) => listOpenable(input.path ?? homedir())) }
}
