import { expect, onTestFinished, test } from 'vitest'
import { parseRecipe, planOf, type Recipe } from '#filter'
import { currentRecipe, draftRecipe, judgeMissing, putRecipe } from '../../../src/core/workbench/apply-recipe.ts'
import { type Desk, openDesk } from '../../../src/core/workbench/desk.ts'
import { recipeInForce } from '../../../src/core/workbench/recipe-in-force.ts'
import { ruleBookOf } from '../../../src/core/workbench/rule-book.ts'
import { closeSession } from '../../../src/core/workbench/session.ts'
import { hostIn } from '../../support/open-workbench.ts'
import { aRow, temporaryFolder } from '../store/workspace-builder.ts'

const ROWS = 20

/** A desk with stored and measured rows of 1 to 20 tokens, not judged yet. */
async function openMeasured(): Promise<Desk> {
  const desk = await openDesk(hostIn(temporaryFolder()))
  onTestFinished(async () => {
    await closeSession(desk.session)
    await desk.pool.close()
  })
  const { record, analysis } = desk.session.workspace
  const { id: sourceId } = record.addSource({ uri: '/data', kind: 'folder', revision: 'r1' }, '2026-01-01T00:00:00Z')
  const rows = Array.from({ length: ROWS }, (_, n) => aRow({ id: `run-${n}`, row: n, sourceId }))
  record.putRows(sourceId, { path: 'a.jsonl', nextRow: ROWS, isDone: true, isIndexed: true }, rows, [])
  await analysis.putExamples(rows.map(({ index }, n) => ({ index, values: { traj_tokens: n + 1 } })))
  return desk
}

const atMost = async (desk: Desk, max: number): Promise<Recipe> =>
  parseRecipe(`steps: [{rule: token-limit, max: ${max}}]`, 'recipe', await ruleBookOf(desk))

const counts = ({ session }: Desk) => session.workspace.analysis.counts()

test('a recipe that is given up before all is judged changes nothing', async () => {
  const desk = await openMeasured()
  const recipe = await atMost(desk, 15)
  await putRecipe(desk, recipe)
  const other = await atMost(desk, 1)
  await expect(putRecipe(desk, other, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  expect((await recipeInForce(desk)).hash).toBe(recipe.hash)
  expect(await counts(desk)).toMatchObject({ keep: 15, drop: 5 })
  expect(await putRecipe(desk, other)).toMatchObject({ total: ROWS, kept: 1, dropped: 19 })
  expect(await counts(desk)).toMatchObject({ keep: 1, drop: 19 })
})

test('a workspace that closes does not wait for its rows to be judged', async () => {
  const desk = await openMeasured()
  desk.session.closing.abort()
  await expect(putRecipe(desk, await atMost(desk, 1))).rejects.toMatchObject({ name: 'AbortError' })
})

test('verdicts that a kill left by another recipe than the one in force are given anew, and count as nothing until then', async () => {
  const desk = await openMeasured()
  await putRecipe(desk, await atMost(desk, 15))
  await desk.session.workspace.analysis.judge(planOf(await atMost(desk, 1)))
  expect((await currentRecipe(desk)).funnel.total).toBe(0)
  await judgeMissing(desk)
  expect(await counts(desk)).toMatchObject({ keep: 15, drop: 5 })
  expect((await currentRecipe(desk)).funnel).toMatchObject({ total: ROWS, kept: 15 })
})

test('a draft tells what would move and moves nothing', async () => {
  const desk = await openMeasured()
  await putRecipe(desk, await atMost(desk, 15))
  const tighter = await draftRecipe(desk, await atMost(desk, 13))
  expect(tighter.leaving).toEqual([
    { id: 'run-13', reasons: [{ rule: 'token-limit', text: '14 tokens, limit 13' }] },
    { id: 'run-14', reasons: [{ rule: 'token-limit', text: '15 tokens, limit 13' }] },
  ])
  expect(await draftRecipe(desk, await atMost(desk, 18))).toMatchObject({
    newlyKept: 3,
    newlyDropped: 0,
    leaving: [],
    funnel: { kept: 18 },
  })
  expect(await counts(desk)).toMatchObject({ keep: 15, drop: 5 })
  expect((await desk.session.workspace.analysis.page({ moved: 'kept' }, null, 0, 10)).rows.map(({ id }) => id)).toEqual([
    'run-15',
    'run-16',
    'run-17',
  ])
})

test('rows say why they were dropped by the recipe in force, also after another came', async () => {
  const desk = await openMeasured()
  const reasonsOf = async () => (await desk.session.workspace.analysis.row('run-19'))?.reasons.map(({ text }) => text).join()
  await putRecipe(desk, await atMost(desk, 15))
  expect(await reasonsOf()).toContain('15')
  await putRecipe(desk, await atMost(desk, 12))
  expect(await reasonsOf()).toContain('12')
})
