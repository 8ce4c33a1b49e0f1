import { test as base, expect } from '@playwright/test'
import { removeFolder, startWinnow, type WinnowServer } from './winnow-server.ts'

/** What journeys are given. */
interface WinnowFixtures {
  /** A running browser host on an empty workspace of its own. */
  winnow: WinnowServer
}

/**
 * Playwright's `test` with a Winnow of its own: `page` stands at the workbench, `winnow` tells where its files are. Anything the
 * page logs as an error fails the test.
 */
export const test = base.extend<WinnowFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern.
  winnow: async ({}, use) => {
    const winnow = await startWinnow()
    await use(winnow)
    await winnow.stop()
    await removeFolder(winnow.folder)
  },
  page: async ({ page, winnow }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(winnow.url)
    await use(page)
    expect(errors, 'errors the page logged').toEqual([])
  },
})

export { expect }
