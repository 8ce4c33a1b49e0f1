import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAILING_MODES, type Failing } from '#record'
import { anExample, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { anyPlan, dropping } from './plans.ts'
import { anyRows, failedOf, fill } from './rows.ts'

const open = async () => (await workspaceAt(temporaryFolder())).analysis

function isFailing(failed: readonly number[], wanted: readonly number[], how: Failing['how']): boolean {
  switch (how) {
    case 'any':
      return wanted.some((place) => failed.includes(place))
    case 'all':
      return wanted.every((place) => failed.includes(place))
    case 'first':
      return wanted.includes(failed[0] ?? -1)
    case 'alone':
      return failed.length === 1 && wanted.includes(failed[0] ?? -1)
  }
}

test('examples are selected by the steps they fail: any, all, first, alone', { timeout: 60_000 }, async () => {
  const analysis = await open()
  const asked = anyPlan
    .filter(({ steps }) => steps.length > 0)
    .chain((plan) => fc.tuple(anyRows, fc.constant(plan), fc.subarray([...plan.steps.keys()], { minLength: 1 })))
  await fc.assert(
    fc.asyncProperty(asked, async ([rows, plan, wanted]) => {
      await fill(analysis, rows)
      await analysis.judge(plan)
      const held = await failedOf(analysis)
      for (const how of FAILING_MODES) {
        const failing = { steps: wanted.map((place) => `step-${place}`), how }
        const expected = Object.keys(held).filter((id) => isFailing(held[id]?.failed ?? [], wanted, how))
        const page = await analysis.page({ failing }, null, 0, 100)
        expect(page.rows.map(({ id }) => id)).toEqual(expected)
      }
    }),
    { numRuns: 20 },
  )
})

test('no step asked for lets everything through, and one there is not is refused by the names of those there are', async () => {
  const analysis = await open()
  await analysis.putExamples([anExample({ id: 'a' }), anExample({ id: 'b' })])
  const ask = (...steps: string[]) => analysis.page({ failing: { steps, how: 'any' } }, null, 0, 10)
  await expect(ask('listed')).rejects.toMatchObject({ fault: { kind: 'bad-input', message: expect.stringContaining('It has none.') } })
  await analysis.judge(dropping('a'))
  expect((await ask()).total).toBe(2)
  expect((await ask('listed')).total).toBe(1)
  await expect(ask('token-limit')).rejects.toMatchObject({
    fault: { kind: 'bad-input', culprit: 'token-limit', message: expect.stringContaining('Its steps are listed.') },
  })
})

test('everything that takes a selection takes these: facets, numbers, neighbours, streams', async () => {
  const analysis = await open()
  await analysis.putExamples(['a', 'b', 'c'].map((id) => anExample({ id, language: id })))
  await analysis.judge(dropping('a', 'c'))
  const query = { failing: { steps: ['listed'], how: 'first' as const } }
  expect((await analysis.facets(query, [])).counts.language).toEqual([
    { value: 'a', count: 1 },
    { value: 'c', count: 1 },
  ])
  expect(await analysis.stats.overview(query)).toMatchObject({ examples: 2 })
  expect(await analysis.neighbours('a', query, null)).toMatchObject({ next: 'c', total: 2 })
  const streamed: string[] = []
  for await (const { id } of analysis.rows(query)) streamed.push(id)
  expect(streamed).toEqual(['a', 'c'])
})
