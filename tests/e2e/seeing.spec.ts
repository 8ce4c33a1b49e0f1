/**
 * A curator looks closely at one run: narrows the outline to what happened, folds like calls together, finds by pattern and in one role, goes to a message
 * by its number, sees a file as it stood after the step being read, and holds the model's patch against the reference patch.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkAccess } from '../support/check-access.ts'
import { editedRun } from '../support/edited-run.ts'
import { press } from '../support/keyboard.ts'
import { expect, test, visit } from '../support/winnow-page.ts'

test('a run is seen whole, narrowed, searched, and its files and patches looked at', async ({ page, winnow }) => {
  const file = join(winnow.folder, 'run.jsonl')
  await writeFile(file, editedRun('seen'))
  const field = page.getByRole('textbox', { name: 'Folder, file, pattern or address' })
  await field.fill(file)
  await field.press('Enter')
  await expect(page.getByRole('region', { name: 'Added' })).toContainText('1 example', { timeout: 60_000 })
  // Both themes are looked at: the page follows the system.
  for (const theme of ['dark', 'light']) await page.getByRole('button', { name: `Theme: ${theme}` }).click()
  await visit(page, 'example/seen')
  const lines = page.getByRole('list', { name: 'Steps of the run' }).getByRole('button')
  const current = page.locator('.card.is-current')
  const map = page.getByRole('slider', { name: 'Map of the run' })

  await test.step('narrowed to edits and errors at once, and back', async () => {
    await expect(lines).toHaveCount(11)
    await page.getByRole('button', { name: /^Edits/ }).click()
    await page.getByRole('button', { name: /^Errors/ }).click()
    await expect(lines).toHaveText([/create app\.py/, /edit app\.py/, /pytest -q · failed/])
    await page.getByRole('button', { name: /^Edits/ }).click()
    await page.getByRole('button', { name: /^Errors/ }).click()
    await expect(lines).toHaveCount(11)
  })

  await test.step('like calls become one line and one card, which what is gone to opens', async () => {
    await press(page, 'l')
    await expect(lines.filter({ hasText: '4 × view' })).toHaveCount(1)
    await expect(lines).toHaveCount(8)
    await expect(page.getByRole('feed').getByRole('button', { name: /2–9 4 × view/ })).toBeVisible()
    await press(page, ':')
    await page.getByRole('textbox', { name: 'Go to message' }).fill('5')
    await page.keyboard.press('Enter')
    await expect(current).toHaveAccessibleName(/^5 tool/)
    await expect(lines).toHaveCount(11)
    await press(page, 'l')
  })

  await test.step('the map leads along the run by keyboard and pointer', async () => {
    await map.focus()
    await press(page, 'ArrowDown')
    await expect(map).toHaveAttribute('aria-valuetext', /step 3 of 9 · view c\.py/)
    await map.click({ position: { x: 20, y: 2 } })
    await expect(current).toHaveAccessibleName(/^0 system/)
    await press(page, 'End')
    await expect(map).toHaveAttribute('aria-valuetext', /step 9 of 9/)
  })

  await test.step('found by pattern in one role, with a mistake named at the field', async () => {
    await press(page, '/')
    const find = page.getByRole('textbox', { name: 'Find in the run' })
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await find.fill('test_(\\d+')
    await expect(page.getByRole('search').getByRole('alert')).toContainText('missing closing )')
    await find.fill('test_\\d+')
    await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 2')
    await page.getByRole('combobox', { name: 'Role' }).selectOption('assistant')
    await expect(page.getByRole('search').getByRole('status')).toHaveText('no hits')
    await page.getByRole('combobox', { name: 'Role' }).selectOption('tool')
    await find.press('Enter')
    await page.getByRole('button', { name: 'List the hits' }).click()
    await expect(page.getByRole('list', { name: 'Hits by message' }).getByRole('button')).toHaveText([/15\s*2 hits/])
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('winnow-find')?.size)).toBe(2)
    await checkAccess(page, 'Example, finding', 'main')
    await find.press('Escape')
  })

  await test.step('a file as it stood after the step being read', async () => {
    await press(page, 'g', 'e')
    await press(page, ':')
    await page.getByRole('textbox', { name: 'Go to message' }).fill('12')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('tabpanel', { name: 'Files' })
    await expect(panel).toContainText('2 lines changed at this step')
    await expect(page.getByRole('region', { name: '/r/app.py after the step' })).toContainText('y = 3')
    await checkAccess(page, 'Example, Files', '.evidence')
    await press(page, 'j', 'j')
    await expect(panel).toContainText('A shell command of step 8 may have changed it.')
    await page.getByRole('button', { name: 'Hold this step' }).click()
    await page.getByRole('button', { name: 'Previous change of this file' }).click()
    await expect(page.getByRole('region', { name: '/r/app.py after the step' })).toContainText('x = 2')
  })

  await test.step('the two patches side by side, and files viewed stay so', async () => {
    await press(page, 'g', 'p')
    await press(page, 'v')
    await expect(page.getByRole('checkbox', { name: 'Viewed app.py' })).toBeChecked()
    await press(page, 'q')
    const both = page.getByRole('list', { name: 'Files of both patches' }).getByRole('button')
    await expect(both).toHaveText([/app\.py0 of 1 hunk alike, 1 on the same lines/, /test_app\.pytestonly reference/])
    await expect(page.getByRole('region', { name: /^app\.py: the model’s patch and the reference patch/ })).toContainText('x = 5')
    await checkAccess(page, 'Example, comparing', '.evidence')
    await press(page, 'q')
    await press(page, 'g', 'm')
    await press(page, 'g', 'p')
    await expect(page.getByRole('checkbox', { name: 'Viewed app.py' })).toBeChecked()
  })
})
