/**
 * A curator looks before reading. The figures, rates and windows on the Metrics screen are those that plain loops over the table's rows
 * give. A histogram brushed with the pointer, and moved on by keyboard, narrows the figures, the other drawings, the chips and Browse
 * alike; Back and Escape take it away again. A tool leads to the rows that use it. A drawing is copied as CSV and as SVG, and read as a
 * table. Comparing, the whole corpus, and what was folded are remembered or told.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { press, tabTo } from '../support/keyboard.ts'
import type { ListedRow } from '../support/run-winnow.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.use({ source: SAMPLE })

test('the figures are those of the rows', async ({ page, rows, winnow }) => {
  await visit(page, 'metrics')
  const labelled = rows.filter((row) => row.resolved !== -1)
  const resolved = labelled.filter((row) => row.resolved === 1)
  await expect(figure(page, 'trajectories')).toContainText(count(rows.length))
  await expect(figure(page, `resolved of ${labelled.length} labelled`)).toContainText(percent(resolved.length, labelled.length))
  await expect(figure(page, 'median tokens')).toContainText(count(Math.round(median(rows.map((row) => row.traj_tokens)))))
  await expect(figure(page, 'median messages')).toContainText(String(median(rows.map((row) => row.n_messages))))

  await test.step('a rate by language, the small groups too when asked', async () => {
    await card(page, 'Resolution rate by language').getByRole('button', { name: 'Show smaller ones' }).click()
    const python = labelled.filter((row) => row.language === 'python')
    const bar = card(page, 'Resolution rate by language').getByRole('button', { name: /^python/ })
    await expect(bar).toHaveAccessibleName(new RegExp(percent(python.filter((row) => row.resolved === 1).length, python.length)))
  })

  await test.step('what fits, with a window of one’s own', async () => {
    const fits = card(page, 'What fits')
    await fits.getByRole('textbox', { name: 'Another context window' }).fill('2000')
    await fits.getByRole('textbox', { name: 'Another context window' }).press('Enter')
    const small = rows.filter((row) => row.traj_tokens <= 2000)
    await expect(fits.getByRole('button', { name: /^2,000/ })).toHaveAccessibleName(new RegExp(percent(small.length, rows.length)))
  })

  await test.step('a tool and a language lead to their rows', async () => {
    const all = count(rows.length)
    await tabTo(page, card(page, 'Trajectories by language').getByRole('button', { name: /^go,/ }))
    await press(page, 'Enter')
    await expect(figure(page, 'trajectories')).toContainText(String(rows.filter((row) => row.language === 'go').length))
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(figure(page, 'trajectories')).toContainText(all)
    const bash = card(page, 'Tools').getByRole('button', { name: /^bash,/ })
    await bash.click()
    await expect(bash).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('button', { name: 'Remove filter uses bash' })).toBeVisible()
    await expect(figure(page, 'trajectories')).not.toContainText(all)
    const shown = (await figure(page, 'trajectories').locator('.tile-value').textContent()) ?? ''
    await page.getByRole('button', { name: `Show ${shown} rows` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown)
    await page.getByRole('button', { name: 'Remove filter uses bash' }).click()
    await press(page, 'g', '3')
  })

  await test.step('what was chosen is still so after a reload', async () => {
    await page.getByRole('heading', { level: 1 }).click()
    await press(page, 'c')
    await expect(page.getByRole('radio', { name: 'label', exact: true })).toBeChecked()
    await card(page, 'Churn').getByRole('button', { name: 'Fold Churn' }).click()
    await expect(card(page, 'Numeric summary')).toContainText('no label')
    await expect.poll(() => readFile(join(winnow.folder, 'config/winnow/settings.json'), 'utf8')).toContain('"churn"')
    await page.reload()
    await expect(page.getByRole('radio', { name: 'label', exact: true })).toBeChecked()
    await expect(card(page, 'Churn').getByRole('button', { name: 'Unfold Churn' })).toBeVisible()
    await expect(card(page, 'What fits').getByRole('button', { name: 'Remove the window 2,000' })).toBeVisible()
  })
})

test('a drawing is taken away, and a brush on it narrows everything, by pointer and by keyboard, and goes back', async ({
  page,
  context,
  rows,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, 'metrics')
  const tokens = card(page, 'Tokens a trajectory')
  const messages = card(page, 'Messages a trajectory')
  await expect(messages).toContainText(`n ${rows.length}`)

  await test.step('copied as CSV and SVG, and read as a table', async () => {
    await choose(page, messages, 'Copy as CSV')
    const [head = '', ...lines] = (await page.evaluate(() => navigator.clipboard.readText())).trim().split(/\r?\n/)
    expect(head).toContain('Messages from')
    expect(lines.reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0)).toBe(rows.length)

    await choose(page, messages, 'Copy as SVG')
    const svg = await page.evaluate(() => navigator.clipboard.readText())
    expect(svg).toMatch(/^<(\?xml|svg)/)
    expect(svg).toContain('<title>Messages a trajectory</title>')
    expect(svg).not.toContain('var(--')

    await choose(page, messages, 'Show as table')
    const table = messages.getByRole('group', { name: 'Messages a trajectory as a table' })
    await expect(table.getByRole('columnheader').first()).toHaveText('Messages from')
    await expect(table.getByRole('row')).toHaveCount(lines.length + 1)

    await page.getByRole('button', { name: 'Copy Numeric summary as CSV' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied Numeric summary as CSV' })).toBeAttached()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Messages,${rows.length},`)
  })

  await tokens.scrollIntoViewIfNeeded()
  const area = await boxOf(tokens.locator('.plot-area-hit'))
  await page.mouse.move(area.x + area.width * 0.3, area.y + 40)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width * 0.9, area.y + 60, { steps: 4 })
  const chip = page.getByRole('button', { name: /^Remove filter Tokens/ })
  await expect(messages, 'the others follow before the drag ends').not.toContainText(`n ${rows.length}`)
  await expect(chip).toBeHidden()
  await page.mouse.up()
  await expect(chip).toBeVisible()
  await expectSelected(page, rows)

  await test.step('moved on by keyboard', async () => {
    const before = await chip.getAttribute('aria-label')
    await tokens.getByRole('slider', { name: 'Least Tokens' }).focus()
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expect(chip).not.toHaveAttribute('aria-label', before ?? '')
    const left = await expectSelected(page, rows)
    await expect(messages).toContainText(`n ${left}`)
  })

  await test.step('Browse shows those rows, and coming back finds the brush', async () => {
    const left = await expectSelected(page, rows)
    await page.getByRole('button', { name: `Show ${left} row` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(left))
    await press(page, 'g', '3')
    await expect(chip).toBeVisible()
  })

  await test.step('the whole corpus is told beside it', async () => {
    await press(page, 'w')
    await expect(page.getByRole('radio', { name: 'Whole corpus' })).toBeChecked()
    await expect(figure(page, 'trajectories')).toContainText(String(rows.length))
    await press(page, 'w')
    await expect(page.getByRole('radio', { name: 'Selection' })).toBeChecked()
  })

  await test.step('Back takes the last change away, Escape the whole brush', async () => {
    const now = await chip.getAttribute('aria-label')
    await press(page, 'b')
    await expect(chip).not.toHaveAttribute('aria-label', now ?? '')
    await tokens.getByRole('slider', { name: 'Most Tokens' }).focus()
    await press(page, 'Escape')
    await expect(chip).toBeHidden()
    await expect(figure(page, 'trajectories')).toContainText(String(rows.length))
  })
})

/** The rows the chip's limits let through are the ones counted; tells how many. */
async function expectSelected(page: Page, rows: ListedRow[]): Promise<number> {
  const limits = await page.getByRole('button', { name: /^Remove filter Tokens/ }).getAttribute('aria-label')
  const numbers = [...(limits ?? '').matchAll(/[\d,]+/g)].map(([number]) => Number(number.replaceAll(',', '')))
  const [first = 0, second] = numbers
  const [min, max] = limits?.includes('≤') ? [0, first] : [first, second ?? Number.POSITIVE_INFINITY]
  const left = rows.filter((row) => row.traj_tokens >= min && row.traj_tokens <= max).length
  await expect(figure(page, 'trajectories')).toContainText(String(left))
  return left
}

async function choose(page: Page, of: Locator, item: string): Promise<void> {
  await of.getByRole('button', { name: /^Copy, save or read/ }).click()
  await page.getByRole(item.startsWith('Show') ? 'menuitemcheckbox' : 'menuitem', { name: item }).click()
  if (item.startsWith('Copy')) await expect(page.getByRole('status').filter({ hasText: item.replace('Copy', '') })).toBeAttached()
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('nothing is drawn there')
  return box
}

/** A card by its title. */
function card(page: Page, title: string): Locator {
  return page.locator('.plot-card').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
}

/** A figure at the head, by what it is called. */
function figure(page: Page, name: string): Locator {
  return page.locator('.tile').filter({ hasText: name })
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`
}

/** As the page writes numbers. */
function count(number: number): string {
  return number.toLocaleString('en')
}
