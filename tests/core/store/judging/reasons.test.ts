import { expect, test } from 'vitest'
import type { AnalysisStore } from '#store'
import { buildStanding } from '../../../support/build-standing.ts'
import { anExample, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { aDrop, aPlan } from './plans.ts'

const PLAN = aPlan([
  aDrop('long', { kind: 'compare', column: 'tokens', operator: '>', value: 5 }),
  aDrop('checked', { kind: 'constant', value: false }, ['tool']),
])

/** Rows a and b are too long, b's check stopped; c passes. */
async function openJudged(): Promise<AnalysisStore> {
  const { analysis } = await workspaceAt(temporaryFolder())
  await analysis.putExamples([
    anExample({ id: 'a', language: 'go' }, { tokens: 6 }),
    anExample({ id: 'b', language: 'go', harness: 'openhands' }, { tokens: 7, tool: 'the check stopped' }),
    anExample({ id: 'c', language: 'rust' }, { tokens: 1 }),
  ])
  await analysis.judge(PLAN)
  analysis.tellReasons(({ values }, failed, faults) =>
    failed.map((place) => ({ rule: `rule-${place}`, text: `${values.tokens} tokens`, isFault: faults.includes(place) })),
  )
  return analysis
}

const LONG = { rule: 'rule-0', text: '7 tokens', isFault: false }
const STOPPED = { rule: 'rule-1', text: '7 tokens', isFault: true }

test('a row tells why it was dropped, from its values, however it is read', async () => {
  const analysis = await openJudged()
  expect((await analysis.row('b'))?.reasons).toEqual([LONG, STOPPED])
  expect((await analysis.row('c'))?.reasons).toEqual([])
  expect((await analysis.rowsOf(['b']))[0]?.reasons).toEqual([LONG, STOPPED])
  expect((await analysis.page({}, null, 1, 1)).rows[0]?.reasons).toEqual([LONG, STOPPED])
  for await (const { reasons } of analysis.rows({ text: 'b' })) expect(reasons).toEqual([LONG, STOPPED])
})

test('rows that carry some measures alone have no other, and tell no reasons', async () => {
  const analysis = await openJudged()
  const told: unknown[] = []
  for await (const row of analysis.rows({ text: 'b' }, null, { measures: ['ratio', 'nothing'] })) told.push(row)
  expect(told).toMatchObject([{ verdict: 'drop', reasons: [] }])
  expect(told).toHaveProperty([0, 'values'], { ratio: 0.5 })
})

test('of a step it is known what it does, where it strikes, and how often people kept what it drops', async () => {
  const analysis = await openJudged()
  await analysis.putStandings([
    buildStanding({ exampleId: 'a', decision: 'accept' }),
    buildStanding({ exampleId: 'c', decision: 'reject' }),
  ])
  const insight = await analysis.insight('long')
  expect(insight).toMatchObject({
    key: 'long',
    failing: 2,
    decided: 1,
    overridden: 1,
    precision: { n: 1, hits: 0, rate: 0 },
    byLanguage: [{ key: 'go', failing: 2, of: 2 }],
    byHarness: [
      { key: '', failing: 1, of: 2 },
      { key: 'openhands', failing: 1, of: 1 },
    ],
  })
  expect(insight.examples).toEqual([
    { id: 'b', instanceId: null, repo: null, text: '7 tokens', decision: null },
    { id: 'a', instanceId: null, repo: null, text: '6 tokens', decision: 'accept' },
  ])
  expect(await analysis.insight('checked')).toMatchObject({ failing: 1, precision: { n: 0, rate: null } })
  await expect(analysis.insight('nothing')).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: 'nothing' } })
})
