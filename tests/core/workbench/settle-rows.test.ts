import { expect, onTestFinished, test } from 'vitest'
import { parseRecipe } from '#filter'
import { measureInfoFor } from '#measure'
import { currentRecipe } from '../../../src/core/workbench/apply-recipe.ts'
import { type Desk, openDesk } from '../../../src/core/workbench/desk.ts'
import { bringIntoForce } from '../../../src/core/workbench/recipe-in-force.ts'
import { ruleBookOf } from '../../../src/core/workbench/rule-book.ts'
import { closeSession } from '../../../src/core/workbench/session.ts'
import { settleRows } from '../../../src/core/workbench/settle-rows.ts'
import { hostIn } from '../../support/open-workbench.ts'
import { aRow, temporaryFolder } from '../store/workspace-builder.ts'

async function openEmpty(): Promise<Desk> {
  const desk = await openDesk(hostIn(temporaryFolder()))
  onTestFinished(async () => {
    await closeSession(desk.session)
    await desk.pool.close()
  })
  return desk
}

/** A row that is stored and measured, and not in the analysis yet. */
function storedRow({ session }: Desk, id: string) {
  const { record } = session.workspace
  const { id: sourceId } = record.addSource({ uri: `hf://datasets/owner/${id}`, kind: 'hub', revision: 'r1' }, '2026-01-01T00:00:00Z')
  const row = aRow({ id, sourceId })
  record.putRows(sourceId, { path: row.index.file, nextRow: 1, isDone: true, isIndexed: true }, [row], [])
  return { sourceId, measured: { index: row.index, values: { traj_tokens: 5 } } }
}

test('a row whose source is removed while it waits for its turn leaves no ghost in the table', async () => {
  const desk = await openEmpty()
  const { record, analysis } = desk.session.workspace
  const [gone, stays] = [storedRow(desk, 'gone'), storedRow(desk, 'stays')]
  let goOn = (): void => {}
  const before = desk.session.exclusiveVerdicts(
    () =>
      new Promise<void>((done) => {
        goOn = done
      }),
  )
  const settled = settleRows(desk, [gone.measured, stays.measured], { plan: desk.session.plan })
  await Promise.resolve()
  record.removeSource(gone.sourceId)
  await analysis.removeSource(gone.sourceId)
  goOn()
  await Promise.all([before, settled])
  const { rows } = await analysis.page({}, null, 0, 10)
  expect(rows.map(({ id }) => id)).toEqual(['stays'])
  expect(rows[0]?.verdict).not.toBeNull()
  expect((await currentRecipe(desk)).funnel.total).toBe(1)
})

test('where the recipe chooses among all rows, nobody who fetched one waits for the judging, and the verdicts come', async () => {
  const desk = await openEmpty()
  const text = 'name: choosing\nsteps:\n  - rule: instance-cap\n  - rule: similar-issues\n'
  bringIntoForce(desk, parseRecipe(text, 'choosing', await ruleBookOf(desk)))
  const { analysis } = desk.session.workspace
  for (const id of ['one', 'other']) await settleRows(desk, [storedRow(desk, id).measured], desk.session)
  await expect.poll(async () => (await analysis.row('other'))?.verdict).not.toBeNull()
  expect((await currentRecipe(desk)).funnel.total).toBe(2)
})

test('a row counted by a tokenizer that is in force no more is put there as not measured', async () => {
  const desk = await openEmpty()
  const { plan } = desk.session
  const { measured } = storedRow(desk, 'late')
  desk.session.plan = { ...plan, tokenizer: { kind: 'tiktoken', name: 'cl100k_base' } }
  await settleRows(desk, [measured], { plan })
  expect(await desk.session.workspace.analysis.row('late')).toMatchObject({ isMeasured: false, verdict: null, values: {} })
  await settleRows(desk, [measured], { plan: desk.session.plan })
  expect(await desk.session.workspace.analysis.row('late')).toMatchObject({ isMeasured: true, values: { traj_tokens: 5 } })
})

test('a row that lacks a measure is measured whole when it comes again, and judged anew', async () => {
  const desk = await openEmpty()
  const { session } = desk
  const { analysis } = session.workspace
  const { measured } = storedRow(desk, 'again')
  await settleRows(desk, [measured], session)
  await analysis.useMeasures(measureInfoFor('Qwen3-8B@0123456789ab'))
  await settleRows(desk, [{ ...measured, values: { traj_tokens: 40_000, model_tokens: 41_000 } }], session)
  const row = await analysis.row('again')
  expect(row?.values).toMatchObject({ traj_tokens: 40_000, model_tokens: 41_000 })
  expect(row?.verdict).not.toBeNull()
  expect((await currentRecipe(desk)).funnel.total).toBe(1)
  expect(await analysis.countLacking()).toBe(0)
})
