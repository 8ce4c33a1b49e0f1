/**
 * A day of second opinions, by keyboard: a queue is made and gone through blind under one name, somebody else answers otherwise, the
 * disagreement is settled with a reason, the ledger is checked, a pack is written and merged. axe finds nothing serious on the way.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { checkAccess } from '../support/check-access.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

test('queues, second opinions, the ledger and packs', async ({ page, winnow }) => {
  const queue = page.getByRole('listitem', { name: 'Second look' })
  let id = ''

  await test.step('the screen says what a queue is, and one is made', async () => {
    await page.getByRole('button', { name: 'Theme: dark' }).click()
    await page.getByRole('button', { name: 'Theme: light' }).click()
    await visit(page, 'browse')
    await press(page, 'g', '5')
    await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeFocused()
    await expect(page.getByText('No queue yet')).toBeVisible()
    await press(page, 'q')
    await page.getByRole('textbox', { name: 'Name' }).fill('Second look')
    await page.getByRole('radio', { name: 'Random sample' }).check()
    await page.getByRole('textbox', { name: 'At most' }).fill('5')
    await expect(page.getByRole('region', { name: 'What it would take' })).toContainText('Takes 5 of')
    await checkAccess(page, 'New queue', '[role=dialog]')
    await press(page, 'Enter')
    await expect(queue).toContainText('0 of 5')
    await expect(queue).toContainText('random sample, seed 1 · only undecided')
  })

  await test.step('one key goes on where one stopped, blind', async () => {
    await call(page, 'Ada')
    await page.getByRole('heading', { level: 1, name: 'Review' }).focus()
    await press(page, 'b')
    await expect(page.getByRole('button', { name: 'Blind review: on' })).toHaveAttribute('aria-pressed', 'true')
    await press(page, 'Enter')
    await expect(page).toHaveURL(/#\/example\/.+\?queue=/)
    id = decodeURIComponent(/example\/([^?/]+)/.exec(page.url())?.[1] ?? '')
    await expect(page.getByRole('link', { name: 'Review' })).toHaveAttribute('aria-current', 'page')
    await say(page, 'a', 'Accepted')
    await press(page, 'g', '5')
    await expect(queue).toContainText('1 of 5')
  })

  await test.step('somebody who answers otherwise makes a disagreement', async () => {
    await call(page, 'Bo')
    await visit(page, `example/${encodeURIComponent(id)}`)
    await say(page, 'x', 'Rejected')
    await visit(page, 'review')
    await page.getByRole('button', { name: 'Blind review: on' }).click()
    await expect(page.getByRole('row', { name: /^Ada and Bo/ })).toContainText('0.0 %')
    await expect(page.getByRole('tab', { name: 'Disagreements 1' })).toBeVisible()
    await page.getByRole('button', { name: 'Counts of Ada and Bo' }).click()
    await expect(page.getByRole('table', { name: 'Examples both judged' })).toContainText('Ada: accept')
    await press(page, 'Escape')
    await checkAccess(page, 'Review, with a disagreement')
  })

  await test.step('it is settled with a reason', async () => {
    const dispute = page.getByRole('list', { name: 'Disagreements' }).getByRole('listitem').first()
    await tabTo(page, dispute)
    await press(page, 'x')
    await expect(page.getByRole('dialog', { name: 'Reject: why' })).toBeVisible()
    await checkAccess(page, 'Settle', '[role=dialog]')
    await press(page, '1', 'Enter')
    await expect(page.getByRole('status').filter({ hasText: 'settled: rejected, 0 left' })).toBeAttached()
    await expect(page.getByText('Nothing is in dispute')).toBeVisible()
  })

  await test.step('the ledger has it all, and holds', async () => {
    await page.getByRole('tab', { name: 'Ledger' }).click()
    const entries = page.getByRole('region', { name: 'Ledger, newest first' }).getByRole('listitem')
    await expect(entries).toHaveCount(3)
    await expect(entries.first()).toContainText('rejected · settles')
    await expect(entries.nth(1)).toContainText('rejected · blind')
    await page.getByRole('button', { name: 'Check the chain' }).click()
    await expect(page.getByText('✓ 3 entries, nothing changed, missing or moved')).toBeVisible()
    await page.getByRole('button', { name: 'Undo the last decision' }).click()
    await expect(entries.first()).toContainText('took back entry 3')
    await page.getByRole('button', { name: 'Redo the decision taken back' }).click()
    await expect(entries).toHaveCount(5)
    await checkAccess(page, 'Review, ledger', '.opinions-tabs')
  })

  await test.step('a pack is written, and merging it changes nothing', async () => {
    const pack = join(winnow.folder, 'second-look.winnow-pack')
    await page.getByRole('button', { name: 'More about Second look' }).click()
    await page.getByRole('menuitem', { name: 'Write a review pack' }).click()
    await expect(page.getByRole('radio', { name: 'The examples of a queue' })).toBeChecked()
    await page.getByRole('checkbox', { name: /^With the decisions made so far/ }).check()
    await page.getByRole('textbox', { name: 'File to write' }).fill(pack)
    await checkAccess(page, 'Write a review pack', '[role=dialog]')
    await press(page, 'Enter')
    await expect(page.getByText('✓ Wrote 5 examples and 5 ledger entries')).toBeVisible()
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'Merge a ledger' }).click()
    await page.getByRole('textbox', { name: 'Review pack or workspace folder' }).fill(pack)
    await press(page, 'Enter')
    await expect(page.getByText('✓ Nobody contradicts anybody.')).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('a queue that is removed leaves its decisions', async () => {
    await page.getByRole('button', { name: 'More about Second look' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByText('No queue yet')).toBeVisible()
    await expect(page.getByRole('contentinfo')).toContainText('1 decided by people')
  })
})

/** Gives the reviewer a name. */
async function call(page: Page, name: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your name' })
  await field.fill(name)
  await field.press('Enter')
  await expect(page.getByText('Stands beside every decision')).toBeVisible()
}

/** Decides about the example on show, with the first reason if one is asked for. */
async function say(page: Page, key: string, told: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Accept' }).first()).toBeEnabled()
  await press(page, key)
  await expect(page.getByText(new RegExp(`^${told} `)).first()).toBeVisible()
}
