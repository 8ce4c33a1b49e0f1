/**
 * A curator keeps a run whose way is not all worth learning. They make a turn context only by its key and look at what rules propose; they cut the
 * tail after a step, and redact a word wherever the run says it: the run shows the words for it in a box, until the original is asked for. Each is said
 * in words on the card and in the line above the run, and each is one undo.
 */
import type { Page } from '@playwright/test'
import { checkAccess } from '../support/check-access.ts'
import { press } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

test('turns are masked, a tail is cut and a word redacted where one reads them', async ({ page, rows }) => {
  const run = rows.find(({ harness, n_messages }) => harness === 'openhands' && n_messages > 20) ?? rows[0]
  // Both themes are looked at: the page follows the system.
  for (const theme of ['dark', 'light']) await page.getByRole('button', { name: `Theme: ${theme}` }).click()
  await visit(page, `example/${run?.id}`)
  const share = page.getByRole('toolbar', { name: 'What is trained on' })
  const turn = page.locator('.card-turn').first()
  const boxes = page.locator('.trajectory .redacted')
  await expect(turn).toBeVisible()
  const whole = await share.getByText(/trained/).innerText()
  const first = Number(await turn.locator('.card-who .mono').innerText())

  await test.step('context only, by its key and back', async () => {
    await goTo(page, first)
    await press(page, 'm')
    await expect(turn).toContainText(/context only · \d+ tokens? not trained/)
    await expect(share).toContainText(/tokens? left out/)
    await expect(share.getByRole('button', { name: 'Context only' })).toHaveAttribute('aria-pressed', 'true')
    await press(page, 'm')
    await expect(share).toContainText(whole)
  })

  await test.step('what rules propose is looked at, and changes nothing by itself', async () => {
    await press(page, 'Shift+M')
    const dialog = page.getByRole('dialog', { name: 'Proposals' })
    await expect(dialog.getByRole('button', { name: /context only$|^Nothing ticked$/ })).toBeVisible()
    await press(page, 'Escape')
    await expect(share).toContainText(whole)
  })

  await test.step('a cut takes the results along, and says of what is behind that it stays', async () => {
    await press(page, 'Shift+C')
    await expect(page.locator('.cut-line')).toContainText(/Cut here: \d+ messages, [\d,]+ tokens do not leave/)
    await expect(page.getByText('does not leave', { exact: true }).first()).toBeVisible()
  })

  await test.step('a word is redacted wherever it stands, and shown only when asked for', async () => {
    const word = await selectWord(page)
    await press(page, 'Shift+R')
    const dialog = page.getByRole('dialog', { name: 'Redact' })
    await dialog.getByRole('button', { name: '[name]' }).click()
    await dialog.getByRole('radio', { name: /^(All \d+ places|The only place)/ }).check()
    await dialog.getByRole('button', { name: /^Redact \d+ places?$/ }).click()
    await expect(boxes.first()).toHaveText('[name]')
    await expect(page.locator('.trajectory [data-text]').filter({ hasText: word })).toHaveCount(0)
    await checkAccess(page, 'Example, cut and redacted', 'main')
    await page.getByRole('button', { name: 'Show original' }).first().click()
    await expect(page.locator('.trajectory [data-text]').filter({ hasText: word }).first()).toBeVisible()
    await press(page, 'u')
    await expect(boxes).toHaveCount(0)
    await expect(page.locator('.cut-line')).toHaveCount(1)
    await press(page, 'u')
    await expect(page.locator('.cut-line')).toHaveCount(0)
  })
})

/** Reads on to a message by its key. */
async function goTo(page: Page, message: number): Promise<void> {
  const current = page.locator(`[data-message="${message}"] > .card.is-current`)
  for (let presses = 0; presses < 20 && (await current.count()) === 0; presses++) {
    await press(page, 'j')
    await page.waitForTimeout(50)
  }
  await expect(current).toBeVisible()
}

/** Selects the first long word of a text that is drawn, as a double click does. */
async function selectWord(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const text of document.querySelectorAll('.trajectory [data-text]')) {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = node.parentElement?.closest('button') ? null : /[a-z]{8,}/.exec(node.textContent ?? '')
        if (!found) continue
        const range = new Range()
        range.setStart(node, found.index)
        range.setEnd(node, found.index + found[0].length)
        window.getSelection()?.removeAllRanges()
        window.getSelection()?.addRange(range)
        return found[0]
      }
    }
    throw new Error('no word is drawn')
  })
}
