/**
 * A curator opens a dataset of the Hub by pasting its link. Everything is indexed and nothing is measured; they look at one example, decide
 * it, and measure a part. Then the network goes: what was fetched still opens, what was not says so, and once the Hub is back another try
 * brings it. A branch that moved asks before anything changes, and columns with other names are mapped in a small form.
 *
 * The Hub here serves the bundled sample and some rows too large to come along with the index.
 */
import type { Locator, Page } from '@playwright/test'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { checkAccess } from '../support/check-access.ts'
import { filesRepo, LARGE_ROWS, test } from '../support/hub-page.ts'
import { asHubParquet, buildHubRows } from '../support/hub-parquet.ts'
import { press } from '../support/keyboard.ts'
import { buildConversation, buildMessage } from '../support/rows.ts'
import { expect, visit } from '../support/winnow-page.ts'

const SAMPLE_ROWS = 54
const ALL = SAMPLE_ROWS + LARGE_ROWS

test('a dataset of the Hub is indexed, looked at, measured, and works without a network', async ({ page, hub }) => {
  await test.step('a pasted link shows what it would cost', async () => {
    await field(page).fill(`${hub.url}/datasets/winnow/sample`)
    const panel = page.getByRole('region', { name: 'From the Hub' })
    await expect(panel).toContainText('hf://datasets/winnow/sample')
    await expect(panel.getByRole('radio', { name: 'Index everything' })).toBeChecked()
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Added' })).toContainText(`${ALL} examples`)
    await expect(page.getByRole('region', { name: 'Added' })).toContainText('0 measured')
    await expect(page.getByRole('cell', { name: '✓ indexed' })).toBeVisible()
  })

  await test.step('the table says what is only indexed', async () => {
    await page.getByRole('button', { name: 'Browse' }).click()
    await expect(page.getByRole('heading', { name: String(ALL) })).toBeVisible()
    await expect(page.getByText('indexed, 0 measured', { exact: true })).toBeVisible()
    await expect(row(page, 0)).toContainText('not measured')
    await expect(row(page, 0)).toContainText('only indexed')
  })

  await test.step('opening an example fetches its row', async () => {
    await filter(page, 'owner__repo-0')
    await press(page, 'Enter')
    await expect(run(page)).toContainText('ask 0')
    await expect(verdictBar(page)).toContainText('Recipe drops it')
  })

  await test.step('it is decided', async () => {
    await press(page, 'x')
    await expect(page.getByRole('contentinfo')).toContainText('1 decided by people')
  })

  await test.step('a part is measured', async () => {
    await visit(page, 'browse')
    await filter(page, 'semverse-6')
    await expect(row(page, 0)).toContainText('not measured')
    await press(page, 'm')
    const question = page.getByRole('dialog', { name: 'Measure this selection' })
    await expect(question).toContainText('only indexed')
    await press(page, 'Escape')
    await expect(page.getByRole('grid', { name: 'Examples' })).toBeFocused()
    await press(page, 'm')
    await expect(question).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Measured' })).toContainText('measured')
    await expect(page.getByRole('button', { name: 'Measure this selection' })).toBeHidden()
    await expect(row(page, 0)).not.toContainText('not measured')
  })

  await test.step('without a network, what was fetched still opens', async () => {
    await hub.leave()
    await press(page, 'Enter')
    await expect(verdictBar(page)).toContainText(/Recipe (keeps|drops) it/)
    await visit(page, 'browse')
    await filter(page, 'owner__repo-0')
    await press(page, 'Enter')
    await expect(run(page)).toContainText('ask 0')
    await expect(verdictBar(page)).toContainText('rejected')
  })

  await test.step('what was not says what is wrong', async () => {
    await visit(page, 'browse')
    await filter(page, `owner__repo-${LARGE_ROWS - 1}`)
    await press(page, 'Enter')
    // By its words: the diff editor leaves empty alerts behind.
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible({ timeout: 60_000 })
  })

  await test.step('once the Hub is back another try brings it', async () => {
    await hub.comeBack()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(run(page)).toContainText(`ask ${LARGE_ROWS - 1}`)
  })
})

test('a branch that moved asks before anything changes', async ({ page, hub }) => {
  const [from, to] = ['a'.repeat(40), 'b'.repeat(40)]
  const first = { sha: from, files: { 'data/one.parquet': rows(0, 3), 'data/two.parquet': rows(3, 5) } }
  hub.put(filesRepo('o/moving', first))
  await open(page, 'hf://datasets/o/moving')
  await expect(page.getByRole('region', { name: 'Added' })).toContainText('5 examples')

  hub.put(filesRepo('o/moving', first, { sha: to, files: { 'data/one.parquet': rows(0, 3), 'data/three.parquet': rows(5, 9) } }))
  await page.getByRole('button', { name: 'Update' }).click()
  const question = page.getByRole('dialog', { name: 'The branch has moved' })
  await expect(question).toContainText(from)
  await expect(question).toContainText(to)
  await expect(question).toContainText('data/three.parquet')
  await expect(question).toContainText('data/two.parquet')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('region', { name: 'Moved' })).toContainText('nothing was changed')

  await page.getByRole('button', { name: 'Stay or move' }).click()
  await question.getByRole('button', { name: 'Stay at aaaaaaa' }).click()
  await expect(page.getByRole('region', { name: 'Added' })).toContainText('5 examples')

  await page.getByRole('button', { name: 'Update' }).click()
  await question.getByRole('button', { name: 'Move to bbbbbbb' }).click()
  await expect(page.getByRole('region', { name: 'Added' })).toContainText('7 examples')
  await expect(page.getByRole('cell', { name: '@bbbbbbb' })).toBeVisible()
})

test('columns with other names are mapped', async ({ page, hub }) => {
  const columnData = [
    { name: 'talk', data: [1, 2, 3].map((n) => JSON.stringify([...buildConversation(), buildMessage('user', `ask ${n}`)])) },
    { name: 'exercise', data: [1, 2, 3].map((n) => `owner__repo-odd-${n}`) },
  ]
  hub.put(filesRepo('o/odd', { sha: 'c'.repeat(40), files: { 'train.parquet': new Uint8Array(parquetWriteBuffer({ columnData })) } }))
  await open(page, 'hf://datasets/o/odd')
  await page.getByRole('button', { name: 'Map columns' }).click()
  const form = page.getByRole('dialog', { name: 'Map columns' })
  const add = form.getByRole('button', { name: 'Add with this map' })
  await expect(form).toContainText('Still needed: messages')
  await expect(add).toBeDisabled()
  await form.getByRole('combobox', { name: 'messages (needed)' }).selectOption('talk')
  await form.getByRole('combobox', { name: 'instance_id' }).selectOption('exercise')
  await add.click()
  await expect(page.getByRole('region', { name: 'Added' })).toContainText('3 examples')
  await visit(page, 'browse')
  await expect(row(page, 0)).toContainText('owner__repo-odd')
})

test('a name is offered as an address, and what the Hub refuses leads to the token', async ({ page, hub }) => {
  hub.put({ ...filesRepo('o/gated', { sha: 'd'.repeat(40), files: { 'train.parquet': rows(0, 1) } }), isGated: true })
  await field(page).fill('o/gated')
  await page.getByRole('button', { name: 'Use hf://datasets/o/gated' }).click()
  await field(page).press('Enter')
  await expect(page.getByRole('alert')).toContainText('o/gated')
  await page.getByRole('button', { name: 'Token settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings).toContainText('set HF_TOKEN before starting winnow serve')
  await settings.getByRole('textbox', { name: 'Proxy' }).fill('nowhere')
  await press(page, 'Enter')
  await expect(settings.getByRole('alert')).toBeVisible()
  await expect(settings.getByRole('textbox', { name: 'Proxy' })).toHaveValue('nowhere')
})

test('a page loaded anew goes on with what it was adding, and removing a source stops its reading', async ({ page, hub }) => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`data/${10 + i}.parquet`, rows(2 * i, 2 * i + 2)]))
  hub.put(filesRepo('o/slow', { sha: 'e'.repeat(40), files }))
  hub.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 3000 } })
  await open(page, 'hf://datasets/o/slow')
  const adding = page.getByRole('region', { name: 'Adding' })
  await expect(adding).toContainText('of 30 files')
  await page.reload()
  await expect(adding).toContainText('of 30 files')
  await expect(page.getByRole('button', { name: 'Esc cancels' })).toBeVisible()

  await page.getByRole('button', { name: 'Remove hf://datasets/o/slow' }).click()
  const question = page.getByRole('dialog', { name: 'Remove this source' })
  await expect(question).toContainText('It is being read')
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Removed hf://datasets/o/slow')
  await expect(adding).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await expect(adding).toBeHidden()
})

test('files without an index are taken from instead', async ({ page, hub }) => {
  // As the system says, so that the check sees both themes.
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  const lines = (from: number) => asHubLines(buildHubRows(from + 3).slice(from))
  hub.put(filesRepo('o/lines', { sha: 'f'.repeat(40), files: { 'one.jsonl': lines(0), 'two.jsonl': lines(3) } }))
  await open(page, 'hf://datasets/o/lines')
  const done = page.getByRole('region', { name: 'Added' })
  await expect(done).toContainText('Its files are no tables')
  await expect(page.getByRole('cell', { name: '◐ not indexed' })).toBeVisible()
  await checkAccess(page, 'Open, nothing to index')
  await done.getByRole('button', { name: 'Take 400 of each' }).click()
  await expect(done).toContainText('6 examples')
  await expect(done).toContainText('6 measured')
})

test('another workspace is not offered to go on with what was stopped', async ({ page, hub, winnow }) => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`data/${10 + i}.parquet`, rows(2 * i, 2 * i + 2)]))
  hub.put(filesRepo('o/slow', { sha: 'e'.repeat(40), files }))
  hub.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 3000 } })
  await open(page, 'hf://datasets/o/slow')
  await expect(page.getByRole('region', { name: 'Adding' })).toContainText('of 30 files')
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a workspace' })
  await expect(dialog).toContainText(winnow.folder)
  await dialog.getByRole('button', { name: 'Open as workspace' }).click()
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on' })).toBeHidden()
})

test('nothing of it is serious to axe', async ({ page, hub }) => {
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await field(page).fill('hf://datasets/winnow/sample')
  await expect(page.getByRole('region', { name: 'From the Hub' })).toBeVisible()
  await checkAccess(page, 'Open, how much of a dataset')
  await press(page, 'Enter')
  await expect(page.getByRole('region', { name: 'Added' })).toBeVisible()
  await checkAccess(page, 'Open, indexed')
  await page.getByRole('button', { name: 'Measure' }).click()
  await expect(page.getByRole('dialog', { name: 'Measure this selection' })).toBeVisible()
  await checkAccess(page, 'Browse, the question how much to measure')
  await press(page, 'Escape')
  await expect(row(page, 0)).toContainText('not measured')
  await checkAccess(page, 'Browse, only indexed')
  await press(page, 'Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('Pieces of files')
  await checkAccess(page, 'settings, Hub and cache')
  await press(page, 'Escape')
  await hub.leave()
  await filter(page, `owner__repo-${LARGE_ROWS - 1}`)
  await press(page, 'Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible({ timeout: 60_000 })
  await checkAccess(page, 'Example, the Hub out of reach')
})

/** A file of rows of a known shape, from a number up to another. */
function rows(start: number, end: number): Uint8Array {
  return asHubParquet(buildHubRows(end).slice(start))
}

/** Rows as JSON Lines. */
function asHubLines(given: readonly object[]): Uint8Array {
  return new TextEncoder().encode(given.map((row) => JSON.stringify(row)).join('\n'))
}

async function open(page: Page, address: string): Promise<void> {
  await field(page).fill(address)
  await field(page).press('Enter')
}

/** Narrows the table to one text and puts the cursor on its first row. */
async function filter(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Filter by instance, repository, trajectory or model' })
  await box.fill(text)
  await expect(row(page, 0)).toContainText(text)
  await page.getByRole('grid', { name: 'Examples' }).focus()
  await press(page, 'Control+Home')
}

function field(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Folder, file, pattern or address' })
}

/** A row of the table, from 0; the head is row 1 of the grid. */
function row(page: Page, index: number): Locator {
  return page.getByRole('grid', { name: 'Examples' }).locator(`[aria-rowindex="${index + 2}"]`)
}

function run(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages of the run' })
}

function verdictBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict and decision' })
}
