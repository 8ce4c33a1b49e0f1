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

/** Transitions are over first: half a fade has no contrast; what moves for as long as something is waited for never is. Legacy mode stays in the page, which has no frames to go into. */
async function seriousIn(page: Page, theme: 'dark' | 'light', axe: AxeBuilder): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    return Promise.allSettled(ending.map((animation) => animation.finished))
  })
  const { violations } = await axe.setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${theme}, ${id}: ${target} ${failureSummary}`))
}
