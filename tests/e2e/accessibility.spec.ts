/**
 * Every screen, in dark and in light, is put before axe: the first run, Open with sources and rejected rows, Browse with the question about all of
 * them, Metrics, an example with its patch, the question for a reason, the recipe as steps and as text, Export before
 * and after (Review, siblings, steps and files have it in journeys of their own), the sheet of keys, changing them, the palette and the settings. Nothing serious and nothing critical may be found. In a window of 1,024 px,
 * and in one of 1,280 px zoomed in to 200 %, which leaves 640, every control can be come at and no page scrolls sideways.
 *
 * The theme follows the system here, so that each screen is seen in both without going there twice.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkAccess } from '../support/check-access.ts'
import { checkReach } from '../support/check-reach.ts'
import { press } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(page.getByRole('button', { name: 'Theme: system' })).toBeVisible()
})

test('the first run has nothing serious', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await checkAccess(page, 'first run')
  await visit(page, 'browse')
  await expect(page.getByText('Nothing to browse yet')).toBeVisible()
  await checkAccess(page, 'Browse, empty')
  await visit(page, 'metrics')
  await expect(page.getByText('Nothing to measure yet')).toBeVisible()
  await checkAccess(page, 'Metrics, empty')
  await visit(page, 'export')
  await expect(page.getByText('Nothing to export yet')).toBeVisible()
  await checkAccess(page, 'Export, empty')
})

test.describe('with the sample', () => {
  test.use({ source: SAMPLE })

  test('Open and Browse have nothing serious', async ({ page, winnow }) => {
    const broken = join(winnow.folder, 'broken.jsonl')
    await writeFile(broken, '{"not": "an example"}\n{"cut off\n')
    const field = page.getByRole('textbox', { name: 'Folder, file, pattern or address' })
    await field.fill(broken)
    await field.press('Enter')
    await expect(page.getByRole('heading', { name: 'Rejected rows' })).toBeVisible()
    await checkAccess(page, 'Open, with sources and rejections')
    await visit(page, 'browse')
    await page.getByRole('checkbox', { name: /resolved/ }).check()
    await page.getByRole('button', { name: 'Expression' }).click()
    await expect(page.getByRole('button', { name: /^Remove filter/ })).toBeVisible()
    await expect(page.getByRole('row').nth(1)).toContainText('winnow-sample')
    await checkAccess(page, 'Browse')
    await press(page, 'Control+k')
    await page.getByRole('combobox').fill('tally')
    await expect(page.getByRole('option', { name: /tallybook/ }).first()).toBeVisible()
    await checkAccess(page, 'palette')
    await press(page, 'Escape')
    await page.getByRole('button', { name: 'Decide about all of them' }).click()
    await expect(page.getByRole('button', { name: /^Reject \d/ })).toBeEnabled()
    await checkAccess(page, 'Browse, about all of them', '[role=dialog]')
  })

  test('every control can be come at in a small window and zoomed in to 200 %', async ({ page, rows }) => {
    const id = rows.find((row) => row.diff_files > 1)?.id
    for (const screen of ['open', 'browse', 'metrics', 'recipe', 'review', `example/${id}`, `siblings/${id}`, 'export']) {
      await visit(page, screen)
      for (const size of [
        { width: 1024, height: 768 },
        { width: 640, height: 400 },
      ]) {
        await page.setViewportSize(size)
        await expect(page.locator('#main h1, #main h2').first()).toBeVisible()
        await expect(page.locator('.skeletons')).toHaveCount(0)
        await checkReach(page, `${screen.split('/')[0]} at ${size.width} px`)
      }
    }
  })

  test('an example has nothing serious', async ({ page, rows }) => {
    const kept = rows.find((row) => row.verdict === 'keep' && row.diff_files > 0)
    await visit(page, `example/${kept?.id}`)
    await expect(page.getByRole('region', { name: /^Diff of/ })).toBeVisible()
    await checkAccess(page, 'Example, patch')
    await press(page, 'g', 'm')
    await expect(page.getByRole('tabpanel', { name: 'Measures' })).toBeVisible()
    await press(page, '/')
    await page.getByRole('textbox', { name: 'Find in the run' }).fill('the')
    await expect(page.getByRole('search')).toContainText(/\d+ of \d+/)
    await checkAccess(page, 'Example, Measures and find')
    await press(page, 'Escape', 'g', 'd')
    await expect(page.getByRole('tabpanel', { name: 'Metadata' })).toBeVisible()
    await checkAccess(page, 'Example, Metadata')
    await press(page, 'e')
    await expect(page.getByRole('tabpanel', { name: 'Raw' })).toContainText('trajectory')
    await press(page, 'x')
    await expect(page.getByRole('dialog', { name: /why$/ })).toBeVisible()
    await checkAccess(page, 'Example, Raw and the question for a reason')
    await press(page, '1', 'Enter')
    await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
    await checkAccess(page, 'Example, decided, with a toast')
  })

  test('Metrics has nothing serious', async ({ page }) => {
    await visit(page, 'metrics')
    await page.getByRole('button', { name: 'Show smaller ones' }).first().click()
    await page.getByRole('radio', { name: 'label', exact: true }).click()
    await page.getByRole('button', { name: /^bash,/ }).click()
    await expect(page.getByRole('button', { name: /^Remove filter uses bash/ })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Numeric summary' }).last()).toContainText('no label')
    await page.getByRole('button', { name: 'What resolved means' }).click()
    await expect(page.getByText('does not say how it was decided')).toBeVisible()
    await checkAccess(page, 'Metrics, compared and picked')
    await press(page, 'Escape')
    await page.getByRole('button', { name: 'Measures' }).click()
    await expect(page.getByRole('dialog', { name: 'Measures summarised' })).toBeVisible()
    await checkAccess(page, 'Metrics, the chooser', '[role=dialog]')
  })

  test('Recipe, Export, settings and keys have nothing serious', async ({ page, winnow }) => {
    await visit(page, 'recipe')
    await page.getByRole('button', { name: /^Token limit at most/ }).press('Enter')
    await press(page, 'Enter')
    await page.getByRole('textbox', { name: 'Max' }).fill('2000')
    await expect(
      page
        .getByRole('region', { name: /^Would be dropped/ })
        .getByRole('listitem')
        .first(),
    ).toBeVisible()
    await checkAccess(page, 'Recipe, steps')
    await page.getByRole('radio', { name: 'Text' }).click()
    await page.getByRole('textbox', { name: /^Recipe text/ }).fill('steps: [')
    await expect(page.getByRole('alert').filter({ hasText: /line/ })).toBeVisible()
    await checkAccess(page, 'Recipe, text with a mistake')
    await visit(page, 'export')
    await page.getByRole('textbox', { name: 'Folder to write to' }).fill(join(winnow.folder, 'out'))
    await page.getByRole('button', { name: /^Export \d/ }).click()
    await expect(page.getByRole('region', { name: 'Exported' })).toBeVisible()
    await checkAccess(page, 'Export')
    await page.getByRole('button', { name: 'Settings' }).click()
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await checkAccess(page, 'settings')
    await press(page, 'Escape', '?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await checkAccess(page, 'keys')
    await page.getByRole('button', { name: 'Change keys' }).click()
    await expect(page.getByRole('dialog', { name: 'Change keys' })).toBeVisible()
    await checkAccess(page, 'changing keys', '[role=dialog]')
  })
})
