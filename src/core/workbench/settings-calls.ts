import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { checkHubUrl, checkProxy } from './hub/check-addresses.ts'

/** The calls about what is remembered for this person. */
export function settingsCalls(desk: Desk) {
  return {
    get: os.settings.get.handler(() => desk.settings.read()),
    set: os.settings.set.handler(({ input }) => {
      const { layout, hubUrl, proxy, ...rest } = input
      const addresses = {
        hubUrl: hubUrl?.trim() && checkHubUrl(hubUrl, 'hubUrl'),
        proxy: proxy?.trim() && checkProxy(proxy, 'proxy'),
      }
      return desk.settings.update((before) => ({
        ...before,
        ...given({ ...rest, ...addresses }),
        layout: { ...before.layout, ...layout },
      }))
    }),
  }
}

/** What was really given: a key that is there and says nothing leaves the setting as it was. */
function given<T extends object>(changes: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
