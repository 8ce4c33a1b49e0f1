import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureInfo } from '#record'
import type { AnalysisStore } from '#store'
import { anExample, MEASURES, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { altered, aSketch } from './sketches.ts'

const sketch = (id: string): MeasureInfo => ({
  id,
  version: 1,
  label: id,
  unit: '',
  type: 'text',
  group: 'run',
  help: '',
  isInternal: true,
})
const WITH_SKETCHES = [...MEASURES, sketch('issue_sketch'), sketch('patch_sketch')]

const open = async () => (await workspaceAt(temporaryFolder(), WITH_SKETCHES)).analysis

const row = (id: string, issue: string | null, patch: string | null = null) =>
  anExample({ id }, { issue_sketch: issue, patch_sketch: patch })

/** Ids by the group they are in, as conditions read it. */
async function groupOf(analysis: AnalysisStore, column: 'issue_group' | 'patch_group', group: string): Promise<string[]> {
  const where = { kind: 'compare', column, operator: '==', value: group } as const
  const ids: string[] = []
  for await (const { id } of analysis.rows({ where })) ids.push(id)
  return ids
}

test('near duplicates are one group, named by the least id; rows alone have their own, rows without a sketch none', async () => {
  const analysis = await open()
  const [one, other] = [aSketch(1), aSketch(2)]
  await analysis.putExamples([row('d', altered(one, 4), other), row('b', one, other), row('c', other), row('a', null, one)])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'b')).toEqual(['b', 'd'])
  expect(await groupOf(analysis, 'issue_group', 'c')).toEqual(['c'])
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual([])
  expect(await groupOf(analysis, 'patch_group', 'b')).toEqual(['b', 'd'])
  expect(await groupOf(analysis, 'patch_group', 'a')).toEqual(['a'])
})

test('groups are kept until rows come, change or go', async () => {
  const analysis = await open()
  await analysis.putExamples([row('b', aSketch(1)), row('c', aSketch(1))])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await analysis.groupDuplicates()).toBe(false)
  await analysis.putExamples([row('a', aSketch(1))])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual(['a', 'b', 'c'])
  await analysis.putExamples([row('a', aSketch(2))])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'b')).toEqual(['b', 'c'])
  await analysis.removeExamples(['b'])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'c')).toEqual(['c'])
  expect(await analysis.groupDuplicates()).toBe(false)
})

test('the same rows make the same groups, whatever order they came in', { timeout: 60_000 }, async () => {
  const analysis = await open()
  const one = fc.record({ base: fc.integer({ min: 0, max: 5 }), letters: fc.integer({ min: 0, max: 40 }), from: fc.nat({ max: 127 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 25 }), fc.infiniteStream(fc.nat()), async (drawn, order) => {
      const rows = drawn.map(({ base, letters, from }, at) => row(`r${at}`, altered(aSketch(base), letters, from)))
      const shuffled = rows.map((each) => ({ each, by: order.next().value })).sort((a, b) => a.by - b.by)
      const groups = async (put: typeof rows) => {
        await analysis.clear()
        await analysis.putExamples(put)
        await analysis.groupDuplicates()
        return Promise.all(rows.map(({ index }) => groupOf(analysis, 'issue_group', index.id)))
      }
      expect(await groups(shuffled.map(({ each }) => each))).toEqual(await groups(rows))
    }),
    { numRuns: 10 },
  )
})

test('when it is to be quick, few rows that came join groups or begin one, and no other row changes its group', async () => {
  const analysis = await open()
  const [one, other] = [aSketch(1), aSketch(2)]
  await analysis.putExamples([row('b', one), row('c', other), row('e', one)])
  expect(await analysis.groupDuplicates({ isQuick: true })).toBe(true)
  await analysis.putExamples([row('a', altered(one, 4)), row('d', aSketch(3)), row('f', altered(other, 4), one)])
  expect(await analysis.groupDuplicates({ isQuick: true })).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'b')).toEqual(['a', 'b', 'e'])
  expect(await groupOf(analysis, 'issue_group', 'c')).toEqual(['c', 'f'])
  expect(await groupOf(analysis, 'issue_group', 'd')).toEqual(['d'])
  expect(await groupOf(analysis, 'patch_group', 'f')).toEqual(['f'])
  expect(await analysis.groupDuplicates()).toBe(true)
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual(['a', 'b', 'e'])
})

test('of many rows that came, groups are made anew, and it is told how far that is', async () => {
  const analysis = await open()
  await analysis.putExamples([row('b', aSketch(1))])
  await analysis.groupDuplicates()
  await analysis.putExamples(Array.from({ length: 40 }, (_, at) => row(`a${at + 10}`, aSketch(1), aSketch(2))))
  const told: number[] = []
  await analysis.groupDuplicates({ isQuick: true, progress: (done, total) => told.push(done / total) })
  expect((await groupOf(analysis, 'issue_group', 'a10')).length).toBe(41)
  expect(told.length).toBeGreaterThan(0)
  expect([...told].sort((a, b) => a - b)).toEqual(told)
  expect(told.at(-1)).toBeLessThanOrEqual(1)
})

test('what stops it leaves the groups as they were', async () => {
  const analysis = await open()
  await analysis.putExamples([row('a', aSketch(1)), row('b', aSketch(1))])
  await expect(analysis.groupDuplicates({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual([])
  await analysis.groupDuplicates()
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual(['a', 'b'])
})

test('rows that come while groups are made are grouped as well', async () => {
  const analysis = await open()
  await analysis.putExamples([row('b', aSketch(1))])
  const making = analysis.groupDuplicates()
  await analysis.putExamples([row('a', aSketch(1))])
  await making
  await analysis.groupDuplicates()
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual(['a', 'b'])
})

test('a workspace without sketches has no groups', async () => {
  const { analysis } = await workspaceAt(temporaryFolder())
  await analysis.putExamples([anExample({ id: 'a' })])
  await analysis.groupDuplicates()
  expect(await groupOf(analysis, 'issue_group', 'a')).toEqual([])
})
