/**
 * Rows are written by strangers. A file with markup, scripts, terminal escapes, bidirectional marks, NUL and `__proto__` keys, a message
 * of 20 MB, a patch of a million lines and a run of 3,000 messages is opened like any other. Nothing in it runs: no dialog, no request
 * that leaves the host, no changed title, no polluted object. What would be invisible is shown. What is too long is cut, saying how much
 * there is; and on every example the page answers a key within two seconds.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { HOSTILE, HUGE_MESSAGE, HUGE_PATCH, LONG_RUN, writeHostileRows } from '../support/hostile-rows.ts'
import { press } from '../support/keyboard.ts'
import { expect, test } from '../support/winnow-page.ts'

/** How long a page may take to answer a key. */
const ALIVE_MS = 2000

test('hostile rows are read as text, cut where too long, and never hold the page', async ({ page, winnow }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const file = join(winnow.folder, 'hostile.jsonl')
  await writeHostileRows(file)

  await test.step('the file is opened like any other, and no row is lost', async () => {
    const field = page.getByRole('textbox', { name: 'Folder, file, pattern or address' })
    await field.fill(file)
    await field.press('Enter')
    const added = page.getByRole('region', { name: 'Added' })
    await expect(added).toContainText('4 examples', { timeout: 60_000 })
    await expect(added).toContainText('0 rejected')
    await press(page, 'g', '2')
    await expect(page.getByRole('row')).toHaveCount(5)
    await expectAlive(page)
  })

  await test.step('markup is text, and marks are seen', async () => {
    await openExample(page, HOSTILE.markup)
    const user = page.getByRole('article', { name: /^1 / })
    await expect(user).toContainText('<script>alert(1)</script>')
    await expect(user).toContainText('red words')
    await expect(user).not.toContainText('[31m')
    for (const mark of ['U+202E', 'U+2066', 'U+200B', 'NUL', 'U+D83D']) await expect(user.getByText(mark, { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Diff of page.html' })).toContainText('<script>alert(1)</script>')
    await press(page, 'g', 'd')
    await expect(page.getByRole('tabpanel', { name: 'Metadata' })).toContainText('__proto__')
    await press(page, 'e')
    await expect(page.getByRole('tabpanel', { name: 'Raw' })).toContainText('__proto__')
    await press(page, 'e')
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
    await expectAlive(page)
  })

  await test.step('20 MB in one message: the start, its size, and the rest by pieces', async () => {
    await openExample(page, HOSTILE.hugeMessage)
    const card = page.getByRole('article', { name: /^2 tool/ })
    const more = card.getByRole('button', { name: /^Show .* more/ })
    await expect(more).toContainText('21M characters in all')
    await expectAlive(page)
    await more.click()
    await expect(card).toContainText(`of ${HUGE_MESSAGE.toLocaleString('en')} characters`)
    await expectAlive(page)
    await press(page, '/')
    await page.keyboard.type('0123456789 and')
    await expect(page.getByRole('search')).toContainText(/1 of [\d,]+ \(first 1,000 listed\)/)
    await press(page, 'Escape')
  })

  await test.step('a million lines in one patch: the first of them, and how many there are', async () => {
    await openExample(page, HOSTILE.hugePatch)
    await expect(page.getByText(`the file changes ${HUGE_PATCH.toLocaleString('en')}`)).toBeVisible()
    const diff = page.getByRole('region', { name: 'Diff of big.txt' })
    await expect(diff).toContainText('line 0')
    await expectAlive(page)
  })

  await test.step('3,000 messages: any of them is one key or link away', async () => {
    await openExample(page, HOSTILE.longRun)
    await expect(page.getByRole('article', { name: /^0 / })).toBeVisible()
    await expectAlive(page)
    const last = LONG_RUN - 1
    await page.goto(`${page.url().replace(/\/message\/\d+$/, '')}/message/${last}`)
    await expect(page.getByRole('article', { name: new RegExp(`^${last} `) })).toBeInViewport()
    await press(page, 'k')
    await expect(page.getByRole('list', { name: 'Steps of the run' }).locator('[aria-current="step"]')).toBeVisible()
    await expectAlive(page)
  })

  expect(dialogs, 'dialogs a row opened').toEqual([])
  await expect(page).toHaveTitle(/Winnow$/)
})

/** By the palette, whose first answer is the example. */
async function openExample(page: Page, name: string): Promise<void> {
  await press(page, 'Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** The sheet of keys comes and goes. */
async function expectAlive(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await page.getByRole('main').focus()
  await press(page, '?')
  await expect(sheet).toBeVisible({ timeout: ALIVE_MS })
  await press(page, 'Escape')
  await expect(sheet).toBeHidden({ timeout: ALIVE_MS })
}
