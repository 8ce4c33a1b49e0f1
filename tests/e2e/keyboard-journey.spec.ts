/**
 * A curator does the whole main job without a mouse. On a first run they open the sample, go to Browse and put the longest runs first.
 * They open a run the recipe keeps, read its patch and reject it: since that goes against the recipe, a reason is asked for. They take
 * it back, find the run undecided again, and reject it after all. A run the recipe dropped they accept, again with a reason. Then they
 * export to a folder of their choice.
 *
 * On disk the manifest names both overrides with their reasons; the accepted run is in the JSONL and the rejected one is not. Ctrl-C
 * ends the host with exit code 0, the ledger's chain holds, and a host started anew shows the same decisions, notes and exports.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Patch } from '#record'
import { press, tabTo } from '../support/keyboard.ts'
import { type ListedRow, runWinnow } from '../support/run-winnow.ts'
import { expect, SAMPLE, test } from '../support/winnow-page.ts'
import { startWinnow } from '../support/winnow-server.ts'

const NOTE = 'The label is missing; the run is sound.'

// The page stays open while its host is gone.
test.use({ forgiven: /WebSocket|ERR_CONNECTION_REFUSED/ })

test('from the sample to an export with its proof, by keyboard alone', async ({ page, winnow, prepare }) => {
  const prepared = await prepare(SAMPLE)
  const byTokens = await runWinnow<ListedRow[]>(prepared, 'list', '--sort', 'traj_tokens:desc')
  const kept = found(byTokens.find((row) => row.verdict === 'keep' && row.diff_files > 0))
  const dropped = found(byTokens.find((row) => row.verdict === 'drop'))
  const { patch } = await runWinnow<{ patch: Patch }>(prepared, 'show', kept.id)
  const out = join(winnow.folder, 'exported')

  await test.step('open the sample on a first run', async () => {
    const open = page.getByRole('button', { name: 'Open the sample' })
    await tabTo(page, open)
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Added' })).toContainText(`${byTokens.length} examples`)
    await tabTo(page, page.getByRole('link', { name: 'Browse' }), 'Shift+Tab')
    await press(page, 'Enter')
  })

  await test.step('put the longest runs first', async () => {
    await sortBy(page, 'Tokens')
    await expect(rowAt(page, 0)).toContainText(byTokens[0]?.instance_id ?? '')
  })

  await test.step('open a run the recipe keeps, and read its patch', async () => {
    await openRow(page, byTokens.indexOf(kept), kept)
    await expect(verdictBar(page)).toContainText('Recipe keeps it')
    await press(page, 'g', 'm')
    await expect(page.getByRole('tabpanel', { name: 'Measures' })).toBeVisible()
    await press(page, 'g', 'p')
    await expect(page.getByRole('tabpanel', { name: 'Patch' })).toBeVisible()
    const [file] = patch.files
    const diff = page.getByRole('region', { name: `Diff of ${file?.newPath}` })
    await expect(diff).toBeVisible()
    await expect(diff).toContainText(firstAddition(patch))
  })

  await test.step('reject it: against the recipe a reason is needed', async () => {
    await reject(page, 'Wrong fix')
    await expect(page.getByRole('status')).toContainText(`Rejected ${kept.instance_id}: wrong fix`)
    await expect(page).not.toHaveURL(new RegExp(kept.id))
  })

  await test.step('undo brings it back, undecided', async () => {
    await press(page, 'u')
    await expect(page).toHaveURL(new RegExp(kept.id))
    await expect(verdictBar(page)).toContainText('nobody has decided')
  })

  await test.step('reject it after all', async () => {
    await reject(page, 'Low quality')
    await expect(page.getByRole('status')).toContainText(`Rejected ${kept.instance_id}: low quality`)
  })

  await test.step('accept a run the recipe dropped', async () => {
    await press(page, 'g', '2')
    await openRow(page, byTokens.indexOf(dropped), dropped)
    await expect(verdictBar(page)).toContainText('Recipe drops it')
    await press(page, 'a')
    const why = page.getByRole('dialog', { name: 'Accept although the recipe drops it: why' })
    await expect(why).toBeVisible()
    await tabTo(page, why.getByRole('button', { name: 'The label is wrong or missing' }))
    await press(page, 'Space')
    await tabTo(page, why.getByRole('textbox', { name: 'Note' }))
    await page.keyboard.type(NOTE)
    await press(page, 'Enter')
    await expect(page.getByRole('status')).toContainText(`Accepted ${dropped.instance_id}`)
    await expect(page.getByRole('contentinfo')).toContainText('2 decided by people')
  })

  await test.step('export to a folder', async () => {
    await press(page, 'g', '6')
    await tabTo(page, page.getByRole('radio', { name: /^TRL/ }))
    await press(page, 'ArrowUp')
    await expect(page.getByRole('radio', { name: /^Tutorial/ })).toBeChecked()
    await expect(page.getByRole('complementary', { name: 'What will be exported' })).toContainText('Tutorial')
    const folder = page.getByRole('textbox', { name: 'Folder to write to' })
    await tabTo(page, folder)
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type(out)
    await press(page, 'Enter')
    await expect(page.getByRole('region', { name: 'Exported' })).toContainText(out)
  })

  await test.step('the files show both overrides and their reasons', async () => {
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))
    expect(manifest.counts).toMatchObject({ accepted_against_recipe: 1, rejected_against_recipe: 1 })
    const overrides = await linesOf(join(out, 'overrides.jsonl'))
    expect(overrides).toHaveLength(2)
    expect(overrides).toContainEqual(
      expect.objectContaining({ example_id: kept.id, decision: 'reject', reason: 'low-quality', verdict: 'keep' }),
    )
    expect(overrides).toContainEqual(
      expect.objectContaining({ example_id: dropped.id, decision: 'accept', reason: 'label-wrong', note: NOTE, verdict: 'drop' }),
    )
    const exported = await exportedIds(out)
    expect(exported).toContain(dropped.id)
    expect(exported).not.toContain(kept.id)
    expect(exported).toHaveLength(byTokens.filter((row) => row.verdict === 'keep').length)
  })

  await test.step('the host ends cleanly and the ledger holds', async () => {
    expect(await winnow.stop()).toBe(0)
    const check = await runWinnow<{ ok: boolean; entries: number }>(winnow.folder, 'ledger', '--check')
    expect(check).toMatchObject({ ok: true, entries: 4 })
  })

  await test.step('after a restart everything is still there', async () => {
    const again = await startWinnow(winnow.folder)
    try {
      await page.goto(again.url)
      await expect(page.getByRole('contentinfo')).toContainText('2 decided by people')
      await press(page, 'g', '2')
      await sortBy(page, 'Tokens')
      await expect(rowAt(page, byTokens.indexOf(dropped))).toContainText('● accept')
      await expect(rowAt(page, byTokens.indexOf(kept))).toContainText('● reject')
      await openRow(page, byTokens.indexOf(dropped), dropped)
      await expect(verdictBar(page)).toContainText('Recipe drops it')
      await expect(verdictBar(page)).toContainText('accepted')
      await expect(verdictBar(page)).toContainText(NOTE)
      await press(page, 'g', '6')
      await expect(page.getByRole('row', { name: out })).toContainText('tutorial')
    } finally {
      expect(await again.stop()).toBe(0)
    }
  })
})

/** With the arrow keys into the table's head, to the column, and Enter. */
async function sortBy(page: Page, title: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Examples' })
  const head = page.getByRole('columnheader', { name: title })
  await expect(grid).toBeFocused()
  await press(page, 'Control+Home', 'ArrowUp')
  const column = Number(await head.getAttribute('aria-colindex'))
  for (let passed = 1; passed < column; passed++) await press(page, 'ArrowRight')
  await press(page, 'Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
}

/** From the top of the table down to a row, and Enter. */
async function openRow(page: Page, index: number, { id }: ListedRow): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Examples' })).toBeFocused()
  await press(page, 'Control+Home')
  for (let passed = 0; passed < index; passed++) await press(page, 'ArrowDown')
  await expect(rowAt(page, index)).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Enter')
  await expect(page).toHaveURL(new RegExp(id))
}

/** X, an Enter too early, then the digit of the reason, which decides. */
async function reject(page: Page, reason: string): Promise<void> {
  await press(page, 'x')
  const why = page.getByRole('dialog', { name: 'Reject although the recipe keeps it: why' })
  await expect(why).toBeVisible()
  await press(page, 'Enter')
  await expect(why.getByRole('alert')).toContainText('Pick a reason')
  await decideFor(page, why, reason)
  await expect(why).toBeHidden()
}

/** The digit shown before a reason decides with it. */
async function decideFor(page: Page, why: Locator, reason: string): Promise<void> {
  await press(page, (await why.getByRole('button', { name: reason }).innerText()).trim().charAt(0))
}

/** A row of the table, from 0; the head is row 1 of the grid. */
function rowAt(page: Page, index: number): Locator {
  return page.getByRole('grid', { name: 'Examples' }).locator(`[aria-rowindex="${index + 2}"]`)
}

function verdictBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict and decision' })
}

function firstAddition({ files: [file] }: Patch): string {
  return found(file?.hunks.flatMap(({ lines }) => lines).find(({ kind, text }) => kind === 'add' && text.trim() !== '')).text.trim()
}

async function exportedIds(out: string): Promise<string[]> {
  const rows = await linesOf<{ trajectory_id: string }>(join(out, 'open_swe_sft.jsonl'))
  return rows.map((row) => row.trajectory_id)
}

async function linesOf<Line>(path: string): Promise<Line[]> {
  return (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('the sample has no such row')
  return thing
}
