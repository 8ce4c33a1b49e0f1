import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { parseRecipe } from '#filter'
import { putRecipe, recipeInForce } from '../../../src/core/workbench/apply-recipe.ts'
import { type Desk, openDesk } from '../../../src/core/workbench/desk.ts'
import { overMeasured } from '../../../src/core/workbench/over-measured.ts'
import { closeSession } from '../../../src/core/workbench/session.ts'
import { READ_WORKER_URL, WORKER_URL } from '../../support/open-workbench.ts'
import { aRow, temporaryFolder } from '../store/workspace-builder.ts'

const ROWS = 1_200

const EVERYTHING = parseRecipe('steps: [{rule: languages}]', 'everything')
const NOTHING = parseRecipe('steps: [{rule: token-limit, max: 1}]', 'nothing')

/** A desk with measured rows of 5 tokens each, and no verdict. */
async function openMeasured(): Promise<Desk> {
  const folder = temporaryFolder()
  const desk = await openDesk({
    workspacePath: `${folder}/workspace`,
    configDir: `${folder}/config`,
    resourcesDir: resolve(import.meta.dirname, '../../../resources'),
    workerUrl: WORKER_URL,
    readWorkerUrl: READ_WORKER_URL,
    host: 'terminal',
    version: '0.0.0-test',
  })
  const rows = Array.from({ length: ROWS }, (_, n) => ({ index: aRow({ id: `run-${n}` }).index, values: { traj_tokens: 5 } }))
  await desk.session.workspace.analysis.putExamples(rows)
  onTestFinished(async () => {
    await closeSession(desk.session)
    await desk.pool.close()
  })
  return desk
}

const counts = ({ session }: Desk) => session.workspace.analysis.counts()

test('judging that takes more than a moment shows how far it is, and is gone when it is done', async () => {
  const desk = await openMeasured()
  const shown: unknown[] = []
  await overMeasured(desk, { measures: [], signal: undefined }, async (rows) => {
    let seen = 0
    for await (const _ of rows) {
      seen += 1
      if (seen === 900) await setTimeout(600)
    }
    shown.push(...desk.jobs.list())
  })
  expect(shown).toMatchObject([{ label: 'judging', unit: 'examples', done: 1_000, total: ROWS }])
  expect(desk.jobs.list()).toEqual([])
})

test('a recipe that is given up before all is judged changes nothing', async () => {
  const desk = await openMeasured()
  await putRecipe(desk, EVERYTHING)
  await expect(putRecipe(desk, NOTHING, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  expect((await recipeInForce(desk)).hash).toBe(EVERYTHING.hash)
  expect(await counts(desk)).toMatchObject({ keep: ROWS, drop: 0 })
  const { kept, dropped } = await putRecipe(desk, NOTHING)
  expect({ kept, dropped }).toEqual({ kept: 0, dropped: ROWS })
  expect(await counts(desk)).toMatchObject({ keep: 0, drop: ROWS })
})

test('a workspace that closes does not wait for every row to be judged', async () => {
  const desk = await openMeasured()
  await putRecipe(desk, EVERYTHING)
  desk.session.closing.abort()
  await expect(putRecipe(desk, NOTHING)).rejects.toMatchObject({ name: 'AbortError' })
  expect(await counts(desk)).toMatchObject({ keep: ROWS, drop: 0 })
})
