import { os } from './base.ts'
import type { Desk } from './desk.ts'

/** The calls about what is remembered for this person. */
export function settingsCalls(desk: Desk) {
  return {
    get: os.settings.get.handler(() => desk.settings.read()),
    set: os.settings.set.handler(({ input }) =>
      desk.settings.update((before) => ({ ...before, ...input, layout: { ...before.layout, ...input.layout } })),
    ),
  }
}
