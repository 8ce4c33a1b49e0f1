import { expect, type Locator, type Page } from '@playwright/test'

/** More than any screen has; a journey that needs them all is a bug of its own. */
const MOST_TABS = 120

/** Walks there with Tab alone, as a person without a mouse does. Fails when the way never comes by. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${MOST_TABS} presses of ${key} never reached ${target}`)
}

/** Presses keys one after the other: `press(page, 'g', '2')`. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
