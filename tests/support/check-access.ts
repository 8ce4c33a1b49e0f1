import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe holds against the page as it stands, in the words of its rules; against `part` alone, a selector, where the rest was looked at
 * before. Only contrast depends on the theme, which must follow the system.
 */
export async function checkAccess(page: Page, screen: string, part = 'html'): Promise<void> {
  const axe = () => new AxeBuilder({ page }).include(part)
  const whole = await seriousIn(page, 'dark', axe())
  const colours = await seriousIn(page, 'light', axe().withRules(['color-contrast']))
  expect.soft([...whole, ...colours], screen).toEqual([])
}

/** No transition of the page takes as long, in milliseconds. */
const LONGEST_FADE = 1_000

/** Transitions are over first: half a fade has no contrast; what moves for as long as something is waited for
 * never is, and one whose element went may not say so. Legacy mode stays in the page, which has no frames to go into. */
async function seriousIn(page: Page, theme: 'dark' | 'light', axe: AxeBuilder): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await page.evaluate((longest) => {
    const ended = Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    return Promise.race([ended, new Promise((done) => setTimeout(done, longest))])
  }, LONGEST_FADE)
  const { violations } = await axe.setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${theme}, ${id}: ${target} ${failureSummary}`))
}
