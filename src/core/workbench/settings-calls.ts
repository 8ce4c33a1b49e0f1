import { os } from './base.ts'
import type { Desk } from './desk.ts'

/** The calls about what is remembered for this person. */
export function settingsCalls(desk: Desk) {
  return {
    get: os.settings.get.handler(() => desk.settings.read()),
    set: os.settings.set.handler(async ({ input }) => {
      const before = await desk.settings.read()
      const after = { ...before, ...input, layout: { ...before.layout, ...input.layout } }
      await desk.settings.write(after)
      return after
    }),
  }
}
