/**
 * Keys as a whole: every screen registers only keys that the catalogue has, by the names it has for them, and each has a control of that name.
 * Backspace, pressed on everything that can hold the focus, says nothing and goes nowhere; like in Prodigy it takes back, but never in a text.
 * A key is given away and taken back by keyboard alone, one that is taken is refused with both names, and single keys can be switched off.
 */
import type { Page } from '@playwright/test'
import { actionsByKey } from '../../src/renderer/keys/catalogue.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

/** Keys that are no control of their own, and why. */
const WITHOUT_CONTROL: Record<string, string> = {
  'Next area': 'moves the focus, as Tab does',
  'Previous area': 'moves the focus, as Shift+Tab does',
  'Cancel the running work': 'its button is there while work is running',
  'Undo the last decision': 'the button of the message that tells of a decision; Undo on Browse and on an example',
  'Redo the decision taken back': 'Redo on an example; a line of the palette',
  'Filter by text': 'the field itself',
  'Measure this selection': 'its button is there while something is only indexed',
  'Back to the selection before': 'its button is there once there is one before',
  'Compare by the next': 'the choices of what to compare by',
  'Selection or whole corpus': 'the two choices themselves',
  'Next step': 'the steps themselves are buttons',
  'Previous step': 'the steps themselves are buttons',
  'Switch the step on or off': 'the box of each step',
  'Open or close its parameters': 'each step opens them',
  'Move the step up': 'its button is in the step that is open',
  'Move the step down': 'its button is in the step that is open',
  'Duplicate the step': 'its button is in the step that is open',
  'Remove the step': 'its button is in the step that is open',
  'In order, alone or overlap': 'the three choices themselves',
  'Steps or text': 'the two choices themselves',
  'Go on': 'its button is there once there is a queue',
  'Raw row and back': 'the tab Raw',
  'Show or fold reasoning': 'the button Reasoning',
  'Mark file viewed': 'the box of each file',
  'Next file': 'the files themselves are buttons',
  'Previous file': 'the files themselves are buttons',
  'Split or unified': 'the two choices themselves',
  'Next attempt': 'moves the focus; every column has its own buttons',
  'Previous attempt': 'moves the focus; every column has its own buttons',
  'Chosen of a pair': 'the button Chosen of each column',
  'Rejected of a pair': 'the button Rejected of each column',
  'Open this attempt': 'the name of each attempt is a link',
  'Calls or patches': 'the two choices themselves',
  'Next line': 'moves the focus; the lines themselves can be focused',
  'Previous line': 'moves the focus; the lines themselves can be focused',
}

test('every key that a screen has is in the catalogue, and has a control of its name', async ({ page, rows }) => {
  const id = rows.find((row) => row.verdict === 'keep' && row.diff_files > 1)?.id
  const known = actionsByKey()
  const missing: string[] = []
  const screens = ['open', 'browse', 'metrics', 'recipe', 'review', `example/${id}`, `siblings/${id}`, 'export']
  for (const screen of screens) {
    await visit(page, screen)
    const [name = ''] = screen.split('/')
    await settled(page)
    const controls = await controlNames(page)
    for (const [key, does] of await keysOnSheet(page)) {
      const actions = known.get(key)?.filter(({ screens: at }) => at.length === 0 || at.some((one) => one === name)) ?? []
      if (!actions.some((action) => action.name === does)) missing.push(`the catalogue lacks ${key} on ${name}: ${does}`)
      const hasControl = controls.some((control) => control.includes(does.toLowerCase())) || does in WITHOUT_CONTROL
      if (!hasControl) missing.push(`${name} has no control for ${key}: ${does}`)
    }
  }
  expect(missing).toEqual([])
})

test('Backspace neither decides nor leads away, whatever holds the focus', async ({ page, rows }) => {
  const id = rows[0]?.id
  for (const screen of ['open', 'browse', 'metrics', 'recipe', 'review', `example/${id}`, `siblings/${id}`, 'export']) {
    await visit(page, screen)
    await settled(page)
    const address = page.url()
    const kinds = await markKinds(page)
    for (let kind = 0; kind < kinds; kind++) {
      const element = page.locator(`[data-kind="${kind}"]`)
      if (!(await element.isVisible().catch(() => false))) continue
      await element.focus()
      await press(page, 'Backspace')
      expect(page.url(), `${screen}: ${await element.evaluate((node) => node.outerHTML.slice(0, 120)).catch(() => '')}`).toBe(address)
    }
    await page.locator('body').press('Backspace')
    expect(page.url()).toBe(address)
    await expect(page.getByRole('contentinfo')).toContainText('0 decided by people')
  }
})

test('in the editor of the patch keys rest, until Esc leaves it', async ({ page, rows }) => {
  await visit(page, `example/${rows.find((row) => row.diff_files > 0)?.id}`)
  const diff = page.getByRole('region', { name: /^Diff of/ })
  await diff.locator('.view-line').last().click()
  await press(page, 'x', 'Backspace', 'g', 'm')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(diff).toBeVisible()
  await press(page, 'Escape', 'g', 'm')
  await expect(page.getByRole('tabpanel', { name: 'Measures' })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('0 decided by people')
})

test('like in Prodigy Backspace takes back, but not in a text', async ({ page }) => {
  await visit(page, 'browse')
  await expect(page.getByRole('row').nth(1)).toContainText('winnow-sample')
  await press(page, '?')
  await page.getByRole('button', { name: 'Change keys' }).press('Enter')
  await page.getByRole('combobox', { name: 'Keys as in' }).selectOption('Prodigy')
  await press(page, 'Escape')
  await page.getByRole('grid', { name: 'Examples' }).focus()
  const decided = (count: number) => expect(page.getByRole('contentinfo')).toContainText(`${count} decided by people`)
  await press(page, 'a')
  await decided(1)
  await press(page, '/')
  await page.keyboard.type('ab')
  await press(page, 'Backspace', 'Delete')
  await expect(page.getByRole('textbox', { name: /^Filter by instance/ })).toHaveValue('a')
  await decided(1)
  await press(page, 'Escape', 'Escape')
  await page.getByRole('grid', { name: 'Examples' }).focus()
  await press(page, 'Backspace')
  await decided(0)
})

test('a key is given away by keyboard alone, and one that is taken is refused', async ({ page }) => {
  await visit(page, 'browse')
  await expect(page.getByRole('row').nth(1)).toContainText('winnow-sample')
  await press(page, '?')
  await tabTo(page, page.getByRole('button', { name: 'Change keys' }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Find a key' }))
  await page.keyboard.type('accept')
  await tabTo(page, page.getByRole('button', { name: 'Change A of Accept', exact: true }))
  await press(page, 'Enter', 'x')
  await expect(page.getByRole('alert')).toContainText('X would be both “Accept” and “Reject”')
  await press(page, 'Enter', 'z', 'q')
  await expect(page.getByRole('button', { name: 'Change Z Q of Accept', exact: true })).toBeFocused()
  await press(page, 'Escape')
  await page.getByRole('grid', { name: 'Examples' }).focus()
  await press(page, 'a')
  await press(page, 'z', 'q')
  await expect(page.getByRole('contentinfo')).toContainText('1 decided by people')
  await press(page, '?')
  await expect(page.locator('[data-key="a"]')).toContainText('Z Q')
  await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck()
  await expect(page.locator('[data-key="a"]')).toContainText('off')
  await press(page, 'Escape', 'x')
  await expect(page.getByRole('contentinfo')).toContainText('1 decided by people')
})

test('all of a selection is decided in one go and taken back in one', async ({ page, rows }) => {
  await visit(page, 'browse')
  await expect(page.getByRole('row').nth(1)).toContainText('winnow-sample')
  await press(page, 'Shift+D')
  const dialog = page.getByRole('dialog', { name: 'Decide about all of them' })
  await dialog.getByRole('radio', { name: 'Reject' }).click()
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: `Reject ${rows.length}` }).click()
  await expect(page.getByRole('contentinfo')).toContainText(`${rows.length} decided by people`)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('0 decided by people')
})

/** Nothing is on its way any more: skeletons are gone. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('#main h1, #main h2').first()).toBeVisible()
  await expect(page.locator('.skeletons')).toHaveCount(0)
}

/** Winnow's key and what it does, line by line, of the screen that is open. */
async function keysOnSheet(page: Page): Promise<[string, string][]> {
  await press(page, '?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  const lines = await sheet
    .locator('.key-line')
    .evaluateAll((all) =>
      all.map((line): [string, string] => [line.getAttribute('data-key') ?? '', line.querySelector('dt')?.textContent ?? '']),
    )
  await press(page, 'Escape')
  await expect(sheet).toHaveCount(0)
  return lines
}

/** The names of everything that can be pressed, in small letters. */
async function controlNames(page: Page): Promise<string[]> {
  return page
    .locator('button, a[href], [role=tab], [role=radio], input, summary')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('aria-label'), one.getAttribute('title'), one.textContent].join(' ').toLowerCase()),
    )
}

/** Numbers one focusable element of each kind (tag, role, type, class); says how many there are. */
async function markKinds(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = new Set<string>()
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]')) {
      const kind = [one.tagName, one.getAttribute('role'), one.getAttribute('type'), one.className].join(' ')
      if (seen.has(kind)) continue
      one.setAttribute('data-kind', String(seen.size))
      seen.add(kind)
    }
    return seen.size
  })
}
