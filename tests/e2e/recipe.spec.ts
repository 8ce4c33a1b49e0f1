/**
 * A curator tightens a recipe. Before anything is applied, the Recipe screen says how many examples a lower token limit would drop, which
 * ones, and leads to them and back. Steps are moved, switched and taken back by keyboard alone. Once applied, the funnel's numbers lead to
 * the examples each step drops; a recipe of Winnow's own is opened in its place, and the funnel is read the other ways.
 */
import type { Locator, Page } from '@playwright/test'
import { press } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

const LIMIT = 2000

test('a change shows what it would do, is applied, and leads to its examples', async ({ page, rows }) => {
  const leaving = rows.filter((row) => row.verdict === 'keep' && row.traj_tokens > LIMIT)
  const change = page.getByRole('region', { name: 'What the change would do' })
  await visit(page, 'recipe')

  await test.step('a lower limit, before it is applied', async () => {
    await step(page, 'Token limit').click()
    await press(page, 'Enter')
    await page.getByRole('textbox', { name: 'Max' }).fill(String(LIMIT))
    await expect(change).toContainText('If token limit were 2,000')
    await expect(change).toContainText(`− ${leaving.length} leave`)
    await expect(page.getByRole('status').filter({ hasText: `${leaving.length} would leave` })).toBeAttached()
  })

  await test.step('one of those that would leave, and back', async () => {
    const moved = page.getByRole('region', { name: `Would be dropped: ${leaving.length}` }).getByRole('listitem')
    await moved.first().getByRole('button').click()
    await expect(page).toHaveURL(/#\/example\//)
    await page.goBack()
    await expect(change).toContainText(`− ${leaving.length} leave`)
  })

  await test.step('all of them in Browse, and back', async () => {
    await change.getByRole('button', { name: `See the ${leaving.length} that leave` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(leaving.length))
    await expect(page.getByRole('button', { name: 'Remove filter would be dropped by the draft' })).toBeVisible()
    await page.getByRole('button', { name: 'Back to the recipe' }).click()
  })

  await test.step('steps are moved, switched and taken back by keyboard', async () => {
    await expect(step(page, 'Token limit')).toBeFocused()
    await press(page, 'Alt+ArrowUp')
    await expect(page.locator('.step-title').first()).toHaveText('Token limit')
    await press(page, 'Space')
    await expect(page.getByRole('checkbox', { name: 'Token limit: on' })).not.toBeChecked()
    await press(page, 'Control+z', 'Control+z')
    await expect(page.getByRole('checkbox', { name: 'Token limit: on' })).toBeChecked()
    await expect(page.locator('.step-title').nth(1)).toHaveText('Token limit')
  })

  await test.step('applied, its bar leads to what it drops', async () => {
    await press(page, 'Control+Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Applied tutorial' })).toBeAttached()
    await expect(page.getByText('In force')).toBeVisible()
    const dropped = await page.getByRole('button', { name: /^Token limit drops .* look at them/ }).innerText()
    await page.getByRole('button', { name: /^Token limit: .* dropped here/ }).click()
    await expect(page.getByRole('button', { name: 'Remove filter dropped at Token limit' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(dropped.replace('drops ', ''))
    await press(page, 'g', '4')
  })

  await test.step('another recipe comes as a draft, and the funnel is read the other ways', async () => {
    await page.getByRole('button', { name: 'Open file' }).click()
    await page.getByRole('menuitem', { name: /^everything/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('everything')
    await expect(change).toContainText('leave')
    await page.getByRole('radio', { name: 'overlap' }).click()
    await expect(page.getByRole('radio', { name: 'overlap' })).toBeChecked()
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('tutorial')
  })
})

function step(page: Page, title: string): Locator {
  return page.locator('.step-pick').filter({ hasText: title })
}
