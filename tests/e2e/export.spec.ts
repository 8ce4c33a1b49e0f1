/**
 * A curator prepares a dataset for a trainer: caps what leaves by repository, divides it, sees on the button exactly what will leave, exports it and has the folder
 * verified; the plan is still there after a reload, and can be begun anew. What changed since it was shown does not leave unseen. Beside an example they see
 * what a chat template makes of it: the marker checks, and the very text, from which they go to the message.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkAccess } from '../support/check-access.ts'
import { checkReach } from '../support/check-reach.ts'
import { press } from '../support/keyboard.ts'
import { expect, SAMPLE, test, visit } from '../support/winnow-page.ts'

const TEMPLATE = resolve(import.meta.dirname, '../support/templates/qwen3-like.jinja')

test.use({ source: SAMPLE })

// The looks at accessibility see both themes.
test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(page.getByRole('button', { name: 'Theme: system' })).toBeVisible()
})

test('a capped and divided export for TRL leaves as the button says, and verifies', async ({ page, winnow, rows }) => {
  const out = join(winnow.folder, 'for-trl')
  const kept = rows.filter((row) => row.verdict === 'keep')
  const repos = [...new Set(kept.map((row) => row.repo))]
  const capped = repos.reduce((sum, repo) => sum + Math.min(2, kept.filter((row) => row.repo === repo).length), 0)
  const summary = page.getByRole('complementary', { name: 'What will be exported' })
  await visit(page, 'export')
  await expect(page.getByRole('radio', { name: /^TRL/ })).toBeChecked()

  await page.getByRole('button', { name: 'Add a cap' }).click()
  const caps = page.getByRole('group', { name: 'Caps' })
  await caps.getByRole('combobox').selectOption('repo')
  await caps.getByRole('textbox').fill('2')
  await caps.getByRole('textbox').press('Enter')
  await expect(summary.getByRole('button', { name: /^Export/ })).toHaveText(`Export ${capped} examples`)
  await page.getByRole('button', { name: /How it is divided/ }).click()
  await page.getByRole('radio', { name: 'By repository' }).click()
  await page.getByRole('textbox', { name: 'train' }).fill('60')
  await page.getByRole('textbox', { name: 'validation' }).fill('20')
  await page.getByRole('textbox', { name: 'test', exact: true }).fill('20')
  await expect(summary.getByRole('button', { name: /^Export/ })).toHaveText(`Export ${capped} examples in 3 splits`)
  await page.getByRole('button', { name: /What it cannot say/ }).click()
  await checkAccess(page, 'Export, a plan', '.export')

  await page.getByRole('textbox', { name: 'Folder to write to' }).fill(out)
  await summary.getByRole('button', { name: /^Export/ }).click()
  const exported = page.getByRole('region', { name: 'Exported' })
  await expect(exported).toContainText(`${capped} examples exported`)
  const lines = await Promise.all(['train', 'validation', 'test'].map((split) => readFile(join(out, `${split}.jsonl`), 'utf8')))
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(capped)

  await exported.getByRole('button', { name: 'Show card' }).click()
  const card = page.getByRole('dialog', { name: 'Dataset card' })
  await expect(card.getByRole('region', { name: 'README.md' })).toContainText(`${capped} rows for`)
  await checkAccess(page, 'Dataset card', '[role=dialog]')
  await press(page, 'Escape')

  await exported.getByRole('button', { name: 'Verify' }).click()
  const verify = page.getByRole('region', { name: 'Verify an export' })
  await verify.getByRole('button', { name: 'Verify' }).click()
  await expect(verify.getByRole('region', { name: 'Verified' })).toContainText('Nothing is wrong')

  await page.reload()
  await expect(summary.getByRole('button', { name: /^Export/ })).toHaveText(`Export ${capped} examples in 3 splits`)
  for (const size of [
    { width: 1024, height: 768 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size)
    await checkReach(page, `Export with a plan at ${size.width} px`)
  }
  await page.getByRole('button', { name: 'Reset the plan' }).click()
  await expect(summary.getByRole('button', { name: /^Export/ })).toHaveText(`Export ${kept.length} examples`)
})

test('an example is seen through a chat template, from its checks to its message', async ({ page, rows }) => {
  const run = rows.find((row) => row.harness === 'openhands' && row.verdict === 'keep')
  await visit(page, `example/${run?.id}`)
  await expect(page.getByRole('region', { name: 'Verdict and decision' })).toContainText('nobody has decided')
  await press(page, 'g', 't')
  const tab = page.getByRole('tabpanel', { name: 'Trainer' })
  await expect(tab.getByRole('region', { name: 'Marker checks' })).toBeVisible()
  await tab.getByRole('button', { name: 'Take one in' }).click()
  await tab.getByRole('textbox', { name: 'Path of a template' }).fill(TEMPLATE)
  await press(page, 'Enter')
  await expect(tab.getByRole('combobox', { name: 'Chat template' })).toContainText('qwen3')
  await expect(tab.getByRole('region', { name: 'Marker checks' })).toContainText(/reasoning/)
  const text = tab.getByRole('region', { name: 'What the trainer sees' })
  await expect(text).toContainText('<|im_start|>')
  await checkAccess(page, 'Example, Trainer', '.evidence')

  await text.getByRole('searchbox', { name: 'Find in the text' }).fill('im_start|>assistant')
  await expect(text.getByRole('status')).toContainText(/^1 of \d+/)
  await text.getByRole('button', { name: 'message 2', exact: true }).click()
  await expect(page.getByRole('article', { name: /^2 / })).toBeInViewport()
})
