/**
 * What a person comes to rely on, screen by screen: a link to a message opens there and survives a reload; coming back from an example
 * finds the table as it was left; filters narrow and say so, and an expression that is wrong is told beside its field; find reaches into
 * folded text; keys jump through a run and from area to area; single keys are dead while typing; the palette goes anywhere; a host that dies is told and the
 * page comes alive with it again; a theme outlives the host; and a small window needs no sideways scrolling.
 */
import type { Locator, Page } from '@playwright/test'
import { press } from '../support/keyboard.ts'
import type { ListedRow } from '../support/run-winnow.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'
import { startWinnow } from '../support/winnow-server.ts'

test.use({ source: SAMPLE })

test.describe('Browse', () => {
  test('coming back from an example finds filters, order, cursor and scroll as they were', async ({ page }) => {
    await visit(page, 'browse')
    await page.getByRole('columnheader', { name: 'Tokens' }).click()
    await page.getByRole('checkbox', { name: 'not decided' }).check()
    await expect(page.getByRole('button', { name: 'Remove filter decision: not decided' })).toBeVisible()
    const table = page.getByRole('grid', { name: 'Examples' })
    // What is on show until the answer is there are the rows of before.
    await expect(table).not.toHaveAttribute('aria-busy')
    await table.focus()
    await press(page, 'PageDown', 'ArrowDown', 'ArrowDown')
    const cursor = page.getByRole('row', { selected: true })
    const chosen = await cursor.getAttribute('aria-rowindex')
    const top = (await cursor.boundingBox())?.y
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Verdict and decision' })).toContainText('nobody has decided')
    await page.goBack()
    await expect(cursor).toHaveAttribute('aria-rowindex', chosen ?? '')
    await expect(table).toBeFocused()
    await expect(page.getByRole('columnheader', { name: 'Tokens' })).toHaveAttribute('aria-sort', 'descending')
    await expect(page.getByRole('button', { name: 'Remove filter decision: not decided' })).toBeVisible()
    expect((await cursor.boundingBox())?.y).toBe(top)
  })

  test('a header sorts down, up, and back to the stored order', async ({ page, rows }) => {
    await visit(page, 'browse')
    const tokens = page.getByRole('columnheader', { name: 'Tokens' })
    const sizes = rows.map((row) => row.traj_tokens).sort((a, b) => a - b)
    await tokens.click()
    await expect(tokens).toHaveAttribute('aria-sort', 'descending')
    await expect(rowAt(page, 0)).toContainText(count(sizes.at(-1)))
    await tokens.click()
    await expect(tokens).toHaveAttribute('aria-sort', 'ascending')
    await expect(rowAt(page, 0)).toContainText(count(sizes[0]))
    await tokens.click()
    await expect(tokens).toHaveAttribute('aria-sort', 'none')
    await expect(rowAt(page, 0)).toContainText(count(rows[0]?.traj_tokens))
  })

  test('text and facets narrow the table together, and each goes with its ×', async ({ page, rows }) => {
    await visit(page, 'browse')
    const [first] = rows
    const ofRepo = rows.filter((row) => row.repo === first?.repo)
    const resolved = ofRepo.filter((row) => row.resolved === 1)
    await page.getByRole('textbox', { name: /^Filter by instance/ }).fill(first?.repo ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(ofRepo.length))
    await page.getByRole('checkbox', { name: /✓ resolved/ }).check()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(resolved.length))
    await page.getByRole('button', { name: /^Remove filter text/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(rows.filter((row) => row.resolved === 1).length))
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(rows.length))
  })

  test('an expression filters; a wrong one is told beside the field and changes nothing', async ({ page, rows }) => {
    await visit(page, 'browse')
    await page.getByRole('button', { name: 'Expression' }).click()
    const field = page.getByRole('combobox', { name: 'Expression' })
    await field.fill('traj_tokens > 2000 and language == "go"')
    await field.press('Enter')
    const matching = rows.filter((row) => row.traj_tokens > 2000 && row.language === 'go')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(matching.length))
    await field.fill('traj_tokns > 2000')
    await field.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'traj_tokns' })).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(count(matching.length))
  })

  test('single keys are dead while typing', async ({ page }) => {
    await visit(page, 'browse')
    const filter = page.getByRole('textbox', { name: /^Filter by instance/ })
    await expect(rowAt(page, 0)).toContainText('winnow-sample')
    await press(page, '/')
    await expect(filter).toBeFocused()
    await page.keyboard.type('axu?g3')
    await expect(filter).toHaveValue('axu?g3')
    await expect(page.getByText('No example matches')).toBeVisible()
    await expect(page.getByRole('contentinfo')).toContainText('0 decided by people')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page).toHaveURL(/#\/browse$/)
  })
})

test.describe('Example', () => {
  test('a link to a message opens there, and a reload stays', async ({ page, rows }) => {
    const long = longest(rows)
    const message = long.n_messages - 20
    const card = page.getByRole('article', { name: new RegExp(`^${message} `) })
    await visit(page, `example/${long.id}/message/${message}`)
    await expect(card).toBeInViewport()
    await expect(page.getByRole('article', { name: /^0 / })).toHaveCount(0)
    await page.reload()
    await expect(card).toBeInViewport()
    await expect(page).toHaveURL(new RegExp(`/message/${message}$`))
  })

  test('find reaches into folded text and goes from hit to hit', async ({ page, rows }) => {
    await visit(page, `example/${rows.find((row) => row.harness === 'sweagent')?.id}`)
    const task = page.getByRole('article', { name: '1 user' })
    const hidden = "I've already taken care of all changes"
    await expect(task).toBeVisible()
    await expect(task).not.toContainText(hidden)
    await press(page, '/')
    const find = page.getByRole('search')
    await page.keyboard.type(hidden)
    await expect(find).toContainText('1 of 1')
    await press(page, 'Enter')
    await expect(task).toContainText(hidden)
    await page.getByRole('textbox', { name: 'Find in the run' }).fill('no such words here')
    await expect(find).toContainText('no hits')
    await page.getByRole('textbox', { name: 'Find in the run' }).fill('the')
    await expect(find).toContainText(/1 of \d+/)
    await press(page, 'Enter', 'Enter')
    await expect(find).toContainText(/2 of \d+/)
    await press(page, 'Escape')
    await expect(find).toBeHidden()
  })

  test('keys jump to the next step, edit, test and error', async ({ page, rows }) => {
    const steps = page.getByRole('list', { name: 'Steps of the run' })
    const current = steps.locator('[aria-current="step"]')
    const calm = rows.find((row) => row.failed_calls === 0 && row.edits > 0 && row.test_runs > 0)
    await visit(page, `example/${calm?.id}`)
    await expect(current).toHaveAccessibleName(/^0 /)
    await press(page, 'j')
    await expect(current).toHaveAccessibleName(/^1 /)
    await press(page, 'd')
    await expect(current.getByRole('img', { name: 'edit' })).toBeVisible()
    await press(page, 't')
    await expect(current.getByRole('img', { name: 'test run' })).toBeVisible()
    const failing = rows.find((row) => row.failed_calls > 0)
    await visit(page, `example/${failing?.id}`)
    await expect(current).toHaveAccessibleName(/^0 /)
    await press(page, 'w')
    await expect(current.getByRole('img', { name: 'error' })).toBeVisible()
  })

  test('the patch is shown unified or side by side, by button and by key', async ({ page, rows }) => {
    await visit(page, `example/${rows.find((row) => row.diff_files > 1)?.id}`)
    const diff = page.getByRole('region', { name: /^Diff of/ })
    await expect(diff).toBeVisible()
    await page.getByRole('radio', { name: 'split' }).click()
    await expect(page.getByRole('radio', { name: 'split' })).toBeChecked()
    await page.getByRole('heading', { level: 1 }).click()
    await press(page, 's')
    await expect(page.getByRole('radio', { name: 'unified' })).toBeChecked()
    const first = await diff.getAttribute('aria-label')
    await press(page, '.')
    await expect(diff).not.toHaveAttribute('aria-label', first ?? '')
  })

  test('F6 walks through the areas, from the longest run to its patch and the decision', async ({ page, rows }) => {
    await visit(page, `example/${longest(rows).id}`)
    const evidence = page.getByRole('region', { name: 'Evidence' })
    const verdict = page.getByRole('region', { name: 'Verdict and decision' })
    await expect(page.getByRole('article').first()).toBeVisible()
    for (let i = 0; i < 6 && (await evidence.locator(':focus').count()) === 0; i++) await press(page, 'F6')
    await expect(evidence.locator(':focus')).toHaveCount(1)
    await press(page, 'F6')
    await expect(verdict.locator(':focus')).toHaveCount(1)
    await press(page, 'Shift+F6')
    await expect(evidence.locator(':focus')).toHaveCount(1)
  })

  test('copying a command puts it on the clipboard', async ({ page, context, rows }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visit(page, `example/${rows[0]?.id}`)
    const card = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Copy command' }) })
    await card.first().getByRole('button', { name: 'Copy command' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied command' })).toBeAttached()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).not.toBe('')
    await expect(card.first()).toContainText(copied.replaceAll(/\s+/g, ' '))
  })
})

test.describe('the frame', () => {
  test('? lists the keys of the screen, and its switch puts single keys to rest', async ({ page }) => {
    await visit(page, 'browse')
    await expect(rowAt(page, 0)).toContainText('winnow-sample')
    await press(page, '?')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    for (const name of ['Accept', 'Reject', 'Undo', 'Open the example', 'Filter by text']) {
      await expect(sheet.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })).toBeVisible()
    }
    await sheet.getByRole('checkbox', { name: /^Single keys/ }).uncheck()
    await press(page, 'Escape')
    await expect(sheet).toBeHidden()
    await press(page, 'a', '?')
    await expect(page.getByRole('contentinfo')).toContainText('0 decided by people')
    await expect(sheet).toBeHidden()
  })

  test('the palette finds an example and a screen', async ({ page, rows }) => {
    const [row] = rows
    await press(page, 'Control+k')
    await page.getByRole('combobox').fill('Recipe')
    await expect(page.getByRole('option', { name: /^Recipe/ })).toBeVisible()
    await press(page, 'Enter')
    await expect(page).toHaveURL(/#\/recipe$/)
    await press(page, 'Control+k')
    await page.getByRole('combobox').fill(row?.instance_id ?? '')
    await page
      .getByRole('option', { name: row?.instance_id ?? '' })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(row?.instance_id ?? '')
  })

  test('1024 by 700 needs no sideways scrolling', async ({ page, rows }) => {
    await page.setViewportSize({ width: 1024, height: 700 })
    for (const path of ['open', 'browse', 'metrics', `example/${rows[0]?.id}`, 'recipe', 'export']) {
      await visit(page, path)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(1024)
      await expect(page.getByRole('contentinfo')).toBeInViewport()
    }
    await visit(page, 'browse')
    await expect(page.getByRole('columnheader', { name: 'Decision' })).toBeInViewport({ ratio: 1 })
    await visit(page, `example/${rows[0]?.id}`)
    for (const name of ['Reject', 'Skip', 'Accept', 'Note', 'Undo']) {
      await expect(
        page.getByRole('region', { name: 'Verdict and decision' }).getByRole('button', { name: new RegExp(`^${name}`) }),
      ).toBeInViewport({
        ratio: 1,
      })
    }
  })
})

test.describe('a host that ends', () => {
  test.use({ forgiven: /WebSocket|ERR_CONNECTION_REFUSED|403/ })

  test('is told, and the page comes alive when it is back on its port', async ({ page, context, winnow }) => {
    await visit(page, 'browse')
    await expect(rowAt(page, 0)).toContainText('winnow-sample')
    await winnow.stop()
    const banner = page.getByRole('alert').filter({ hasText: 'Connection lost' })
    await expect(banner).toContainText('does not answer')
    await expect(rowAt(page, 0)).toContainText('winnow-sample')
    const again = await startWinnow(winnow.folder, winnow.port)
    try {
      await expect(banner).toContainText('no longer valid')
      await (await context.newPage()).goto(again.url)
      await expect(banner).toBeHidden()
      await press(page, 'a')
      await expect(page.getByRole('contentinfo')).toContainText('1 decided by people')
      await press(page, 'Enter')
      await expect(page.getByRole('region', { name: /^Diff of/ })).toBeVisible()
    } finally {
      await again.stop()
    }
  })

  test('takes no theme with it', async ({ page, winnow }) => {
    await page.getByRole('button', { name: 'Theme: dark' }).click()
    await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await winnow.stop()
    const again = await startWinnow(winnow.folder)
    try {
      await page.goto(again.url)
      await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    } finally {
      await again.stop()
    }
  })
})

/** A row of the table, from 0; the head is row 1 of the grid. */
function rowAt(page: Page, index: number): Locator {
  return page.getByRole('grid', { name: 'Examples' }).locator(`[aria-rowindex="${index + 2}"]`)
}

function longest(rows: ListedRow[]): ListedRow {
  return rows.reduce((most, row) => (row.n_messages > most.n_messages ? row : most))
}

/** As the page writes numbers. */
function count(number: number | undefined): string {
  return (number ?? 0).toLocaleString('en')
}
