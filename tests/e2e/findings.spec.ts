/**
 * A curator judges evidence. Under a recipe that drops runs which reached for history, such a run is opened: Shift+J and Shift+K walk from finding
 * to finding and around the ends, each pinned where it happened, pointed out and said aloud. The Findings tab has its quotes; one of them leads to its
 * message, one in the patch to its file, and a reason of the verdict to its evidence.
 */
import type { Page } from '@playwright/test'
import { checkAccess } from '../support/check-access.ts'
import { press } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

test('findings are walked where they happened and read with their evidence', async ({ page, rows }) => {
  // Both themes are looked at: the page follows the system.
  for (const theme of ['dark', 'light']) await page.getByRole('button', { name: `Theme: ${theme}` }).click()
  await applyPaper(page)
  const run = rows.find(({ git_used }) => git_used > 0)
  await visit(page, `example/${run?.id}`)
  const strip = page.locator('.finding-strip[aria-current]')
  const spoken = page.getByRole('status').filter({ hasText: /^Finding/ })
  const evidence = page.getByRole('region', { name: 'All findings' })

  await test.step('walked by keyboard, around the ends', async () => {
    await expect(page.getByRole('tab', { name: /^Findings \d/ })).toBeVisible()
    await press(page, 'Shift+J')
    await expect(strip).toHaveCount(1)
    await expect(spoken).toHaveText(/^Finding 1 of \d+: Git history, message \d+\. /)
    await press(page, 'Shift+J')
    await expect(spoken).toHaveText(/^Finding 2 of /)
    await expect(strip).toHaveCount(1)
    await press(page, 'Shift+K', 'Shift+K')
    await expect(spoken).toHaveText(/^Finding (\d+) of \1: /)
  })

  await test.step('read with their quotes, which lead to their places', async () => {
    await press(page, 'g', 'f')
    await expect(evidence.getByText('attempted', { exact: true }).locator('..')).toContainText(/✓ \d/)
    await expect(evidence.getByText('used', { exact: true }).locator('..')).toContainText(/✓ \d/)
    const output = evidence.getByRole('button', { name: /^Output, message/ }).first()
    const message = /\d+/.exec(await output.innerText())?.[0]
    await output.click()
    await expect(page.locator('.card.is-current')).toHaveAccessibleName(new RegExp(`^${message} tool`))
    await checkAccess(page, 'Example, Findings', 'main')
    await evidence
      .getByRole('button', { name: /^Patch lines, / })
      .first()
      .click()
    await expect(page.getByRole('tab', { name: 'Patch' })).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('a reason of the verdict leads to its evidence', async () => {
    await page.getByRole('button', { name: /^All \d+ reasons?$/ }).click()
    await page
      .getByRole('dialog', { name: 'Reasons' })
      .getByRole('button', { name: /Git history · show \d+ finding/ })
      .click()
    await expect(strip).toContainText('drops it')
  })
})

/** The tutorial's recipe, which is in force at first, asks nothing about history. */
async function applyPaper(page: Page): Promise<void> {
  await visit(page, 'recipe')
  await page.getByRole('button', { name: 'Open file' }).click()
  await page.getByRole('menuitem', { name: /^paper/ }).click()
  await press(page, 'Control+Enter')
  await expect(page.getByText('In force')).toBeVisible()
}
