import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Workspace } from '#store'
import { addHubSource, anExample, anIndexedRow, temporaryFolder, withBody, workspaceAt } from './workspace-builder.ts'

const READ = { path: 'a.jsonl', nextRow: 1, isDone: false, isIndexed: false }
const ROW = anIndexedRow({ id: 'a', trajectoryId: 'a' })

/** Opens, reconciles and says whether the record was walked for it. */
async function reopen(folder: string): Promise<{ workspace: Workspace; isWalked: boolean; missing: string[] }> {
  const workspace = await workspaceAt(folder)
  let isWalked = false
  const walk = function* () {
    isWalked = true
    yield* workspace.record.contentHashes()
  }
  const missing = await workspace.analysis.reconcile(walk())
  return { workspace, isWalked, missing }
}

/** A workspace with one indexed row in both stores, reconciled and closed. */
async function closedWithOne(): Promise<string> {
  const folder = temporaryFolder()
  const { workspace } = await reopen(folder)
  workspace.record.putIndexed(addHubSource(workspace), 'a.jsonl', [ROW], true)
  await workspace.analysis.putExamples([{ index: ROW.index, values: {} }])
  await workspace.close()
  return folder
}

test('a workspace closed cleanly and untouched since is not walked', async () => {
  const folder = await closedWithOne()
  for (let n = 0; n < 2; n++) {
    const { workspace, isWalked, missing } = await reopen(folder)
    expect({ isWalked, missing }).toEqual({ isWalked: false, missing: [] })
    await workspace.close()
  }
})

const changes: [string, (workspace: Workspace) => void | Promise<void>, string[]][] = [
  ['a body that was not put into the analysis', ({ record }) => void record.putRows('s1', READ, [withBody(ROW)], []), ['a']],
  ['a row that was not', ({ record }) => void record.putIndexed('s1', 'b', [anIndexedRow({ id: 'b', file: 'b' })], true), ['b']],
  ['rows that were removed from the record alone', ({ record }) => record.removeExamples(['a']), []],
  ['a source that was', ({ record }) => record.removeSource('s1'), []],
  ['rows that were removed from the analysis alone', ({ analysis }) => analysis.removeExamples(['a']), ['a']],
  ['a source that was removed there alone', ({ analysis }) => analysis.removeSource('s1'), ['a']],
  ['an analysis that was cleared', ({ analysis }) => analysis.clear(), ['a']],
  [
    'other content in the analysis',
    async ({ record, analysis }) => {
      record.putRows('s1', READ, [withBody(ROW)], [])
      await analysis.putExamples([anExample({ ...ROW.index, contentHash: 'other' })])
    },
    ['a'],
  ],
]

test.each(changes)('%s is found at the next start', async (_, change, expected) => {
  const folder = await closedWithOne()
  const { workspace } = await reopen(folder)
  await change(workspace)
  await workspace.close()
  const { workspace: next, isWalked, missing } = await reopen(folder)
  expect({ isWalked, missing }).toEqual({ isWalked: true, missing: expected })
  expect((await next.analysis.page({}, null, 0, 9)).total).toBe(next.record.exampleCount() - missing.length)
})

test('changes told to both are no reason to walk', async () => {
  const folder = await closedWithOne()
  const { workspace } = await reopen(folder)
  const whole = withBody(ROW)
  workspace.record.putRows('s1', READ, [whole], [])
  await workspace.analysis.putExamples([anExample(whole.index)])
  // The first is known and stays as it is.
  workspace.record.putIndexed('s1', 'a.jsonl', [ROW, anIndexedRow({ id: 'b', row: 1 })], true)
  await workspace.analysis.putExamples([{ index: anIndexedRow({ id: 'b', row: 1 }).index, values: {} }])
  workspace.record.removeExamples(['b'])
  await workspace.analysis.removeExamples(['b'])
  await workspace.close()
  expect(await reopen(folder)).toMatchObject({ isWalked: false, missing: [] })
})

test('an evicted row is the same row', async () => {
  const folder = await closedWithOne()
  const { workspace } = await reopen(folder)
  const whole = withBody(ROW)
  workspace.record.putRows('s1', READ, [whole], [])
  await workspace.analysis.putExamples([anExample(whole.index)])
  expect(workspace.record.evictBodies(0)).toMatchObject({ rows: 1 })
  expect(await workspace.analysis.reconcile(workspace.record.contentHashes())).toEqual([])
  expect(await workspace.analysis.row('a')).toMatchObject({ isMeasured: true })
})

test('a record put back from a copy is walked', async () => {
  const folder = await closedWithOne()
  const copy = join(temporaryFolder(), 'workspace.sqlite')
  copyFileSync(join(folder, 'workspace.sqlite'), copy)
  const { workspace } = await reopen(folder)
  workspace.record.removeExamples(['a'])
  await workspace.analysis.removeExamples(['a'])
  await workspace.close()
  copyFileSync(copy, join(folder, 'workspace.sqlite'))
  expect(await reopen(folder)).toMatchObject({ isWalked: true, missing: ['a'] })
})
