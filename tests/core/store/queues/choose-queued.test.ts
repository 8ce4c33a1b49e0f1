import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expression, JudgePlan } from '#filter'
import type { ExampleIndex, MeasureInfo, MeasureValues, QueueDefinition } from '#record'
import type { AnalysisStore } from '#store'
import { aQueue } from '../../../support/a-queue.ts'
import { buildStanding } from '../../../support/build-standing.ts'
import { aDrop, aPlan } from '../judging/plans.ts'
import { anExample, MEASURES, temporaryFolder, workspaceAt } from '../workspace-builder.ts'

const TOKENS: MeasureInfo = { id: 'traj_tokens', version: 1, label: '', unit: '', type: 'integer', group: 'tokens', help: '' }
const KEEPS_ALL = aPlan([])

const over = (column: string, value: number): Expression => ({ kind: 'compare', column, operator: '>', value })

/** An analysis with these examples, judged. */
async function analysisOf(rows: [Partial<ExampleIndex>, MeasureValues?][], plan: JudgePlan = KEEPS_ALL): Promise<AnalysisStore> {
  const { analysis } = await workspaceAt(temporaryFolder(), [...MEASURES, TOKENS])
  await analysis.putExamples(rows.map(([said, values]) => anExample(said, values)))
  await analysis.judge(plan)
  return analysis
}

/** Ids of a queue in its order. */
async function chosen(analysis: AnalysisStore, given: Partial<QueueDefinition>, plan: JudgePlan = KEEPS_ALL): Promise<string[]> {
  return (await analysis.chooseQueued({}, aQueue(given), plan)).map(({ id }) => id)
}

const many = (count: number, said: (n: number) => Partial<ExampleIndex> = () => ({})): [Partial<ExampleIndex>][] =>
  Array.from({ length: count }, (_, n) => [{ id: `e${String(n).padStart(3, '0')}`, ...said(n) }])

test('as stored means by the sort, else by id, and no more than asked for', async () => {
  const analysis = await analysisOf([
    [{ id: 'a' }, { tokens: 1 }],
    [{ id: 'b' }, { tokens: 3 }],
    [{ id: 'c' }, { tokens: 2 }],
  ])
  expect(await chosen(analysis, {})).toEqual(['a', 'b', 'c'])
  expect(await chosen(analysis, { sort: { column: 'tokens', descending: true }, size: 2 })).toEqual(['b', 'c'])
})

test('a random queue is the same for the same seed, whatever the size, and another for another', async () => {
  const analysis = await analysisOf(many(60))
  const [whole, part, other] = [
    await chosen(analysis, { order: 'random', seed: 3 }),
    await chosen(analysis, { order: 'random', seed: 3, size: 10 }),
    await chosen(analysis, { order: 'random', seed: 4 }),
  ]
  expect(whole.toSorted()).toEqual(await chosen(analysis, {}))
  expect(part).toEqual(whole.slice(0, 10))
  expect(other).not.toEqual(whole)
})

test('about the share asked for needs two people, by other lots than the order', async () => {
  const analysis = await analysisOf(many(400))
  const doubledOf = async (doubleShare: number) =>
    (await analysis.chooseQueued({}, aQueue({ order: 'random', doubleShare }), KEEPS_ALL)).flatMap(({ needs }, n) =>
      needs === 2 ? [n] : [],
    )
  expect(await doubledOf(0)).toEqual([])
  expect(await doubledOf(1)).toHaveLength(400)
  const some = await doubledOf(0.25)
  expect(some.length).toBeGreaterThan(60)
  expect(some.length).toBeLessThan(140)
  expect(some.filter((place) => place < 200).length).toBeGreaterThan(20)
  expect(some.filter((place) => place >= 200).length).toBeGreaterThan(20)
})

test('what anybody has decided can be left out, unless about other bytes; and so can what is labelled', async () => {
  const analysis = await analysisOf([
    [{ id: 'decided', contentHash: 'c1', resolved: 1 }],
    [{ id: 'stale', contentHash: 'c2' }],
    [{ id: 'untouched', resolved: 0 }],
    [{ id: 'cleared' }],
  ])
  await analysis.putStandings([
    buildStanding({ exampleId: 'decided', decision: 'accept', contentHash: 'c1' }),
    buildStanding({ exampleId: 'stale', decision: 'reject', contentHash: 'c1' }),
    buildStanding({ exampleId: 'cleared', decision: null }),
  ])
  expect(await chosen(analysis, { onlyUndecided: true })).toEqual(['cleared', 'stale', 'untouched'])
  expect(await chosen(analysis, { onlyUnlabelled: true })).toEqual(['cleared', 'stale'])
  expect(await chosen(analysis, { onlyUndecided: true, onlyUnlabelled: true, size: 1 })).toEqual(['cleared'])
})

describe('a stratified queue', () => {
  const groups = fc.array(fc.constantFrom('go', 'rust', 'c', null), { minLength: 1, maxLength: 40 })

  /** How many of each group there are. */
  const countsOf = (languages: readonly (string | null)[]) => {
    const counts = new Map<string | null, number>()
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
    return counts
  }

  test('takes as many of each group as the others have, and the rest of what small ones lack', async () => {
    const analysis = await analysisOf([])
    await fc.assert(
      fc.asyncProperty(groups, fc.integer({ min: 1, max: 45 }), async (languages, size) => {
        await analysis.clear()
        await analysis.putExamples(many(languages.length, (n) => ({ language: languages[n] ?? null })).map(([said]) => anExample(said)))
        const ids = await chosen(analysis, { order: 'stratified', per: 'language', size })
        const there = countsOf(languages)
        const taken = countsOf(ids.map((id) => languages[Number(id.slice(1))] ?? null))
        expect(new Set(ids).size).toBe(Math.min(size, languages.length))
        const most = Math.max(...taken.values())
        // Whoever has fewer than another by more than one of the last turn has no more to give.
        for (const [group, count] of there) expect(taken.get(group) ?? 0).toBeGreaterThanOrEqual(Math.min(count, most - 1))
      }),
      { numRuns: 25 },
    )
  })

  test('shows the shares of the whole from the start, and counts its groups before it is made', async () => {
    const analysis = await analysisOf(many(90, (n) => ({ language: n < 60 ? 'go' : n < 80 ? 'rust' : null })))
    const definition = aQueue({ order: 'stratified', per: 'language', size: 60 })
    const ids = (await analysis.chooseQueued({}, definition, KEEPS_ALL)).map(({ id }) => Number(id.slice(1)))
    // 30 of go, 20 of rust, 10 of none: three, two and one of every six.
    expect(ids.slice(0, 12).filter((n) => n < 60)).toHaveLength(6)
    expect(ids.slice(0, 12).filter((n) => n >= 80)).toHaveLength(2)
    expect(await analysis.previewQueued({}, definition, KEEPS_ALL)).toEqual({
      matching: 90,
      taken: 60,
      groups: [
        { value: 'go', matching: 60, taken: 30 },
        { value: 'rust', matching: 20, taken: 20 },
        { value: '', matching: 10, taken: 10 },
      ],
    })
  })

  test('by a measure leaves out rows that are only indexed, and needs a column', async () => {
    const analysis = await analysisOf([[{ id: 'a' }], [{ id: 'b' }]])
    await analysis.putExamples([{ ...anExample({ id: 'indexed' }), values: {} }])
    expect(await chosen(analysis, { order: 'stratified', per: 'has_patch' })).toHaveLength(2)
    expect(await chosen(analysis, { order: 'stratified', per: 'language' })).toHaveLength(3)
    await expect(chosen(analysis, { order: 'stratified' })).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: 'per' } })
    await expect(chosen(analysis, { order: 'stratified', per: 'colour' })).rejects.toMatchObject({
      fault: { kind: 'bad-input', culprit: 'colour' },
    })
  })
})

test('attempts at an instance come together and whole, the resolved and the short ones first', async () => {
  const rows: [Partial<ExampleIndex>, MeasureValues][] = [
    [{ id: 'long', instanceId: 'i1', resolved: 1 }, { traj_tokens: 9 }],
    [{ id: 'failed', instanceId: 'i1', resolved: 0 }, { traj_tokens: 1 }],
    [{ id: 'short', instanceId: 'i1', resolved: 1 }, { traj_tokens: 2 }],
    ...many(12, (n) => ({ instanceId: `other-${Math.floor(n / 2)}` })).map(([said]): [Partial<ExampleIndex>, MeasureValues] => [said, {}]),
    [{ id: 'alone', instanceId: null }, {}],
  ]
  const instanceOf = new Map(rows.map(([{ id = '', instanceId }]) => [id, instanceId ?? id]))
  const analysis = await analysisOf(rows)
  const ids = await chosen(analysis, { order: 'by-instance' })
  expect(ids).toHaveLength(16)
  const at = ids.indexOf('short')
  expect(ids.slice(at, at + 3)).toEqual(['short', 'long', 'failed'])
  for (const size of [1, 4, 5, 6, 9]) {
    const part = await chosen(analysis, { order: 'by-instance', size })
    expect(part).toEqual(ids.slice(0, part.length))
    const cut = ids.slice(part.length).filter((id) => part.some((taken) => instanceOf.get(taken) === instanceOf.get(id)))
    if (part.length > 0 && cut.length > 0) expect(new Set(part.map((id) => instanceOf.get(id))).size).toBe(1)
    expect(part.length).toBeGreaterThan(0)
  }
})

test('disagreements are disputes first, then answers against the recipe, the newest first, and nothing else', async () => {
  const analysis = await analysisOf(
    ['agreed', 'old', 'new', 'disputed', 'untouched'].map((id) => [{ id }, { tokens: id === 'new' ? 9 : 1 }]),
    aPlan([aDrop('long', over('tokens', 5))]),
  )
  await analysis.putStandings([
    buildStanding({ exampleId: 'agreed', decision: 'accept', seq: 9 }),
    buildStanding({ exampleId: 'old', decision: 'reject', seq: 2 }),
    buildStanding({ exampleId: 'new', decision: 'accept', seq: 3 }),
    buildStanding({ exampleId: 'disputed', decision: null, isDisputed: true, seq: 1 }),
  ])
  expect(await chosen(analysis, { order: 'disagreements' })).toEqual(['disputed', 'new', 'old'])
})

test('borderline goes by the nearest limit of what is kept, and by the farthest failed step of what is dropped', async () => {
  const plan = aPlan([
    aDrop('long', over('tokens', 100)),
    aDrop('thin', { kind: 'not', operand: { kind: 'compare', column: 'ratio', operator: '>=', value: 4 } }),
    aDrop('listed', { kind: 'in', column: 'language', values: ['cobol'] }),
  ])
  const rows: [Partial<ExampleIndex>, MeasureValues][] = [
    [{ id: 'kept, 0.10 from the first limit' }, { tokens: 90, ratio: 8 }],
    [{ id: 'kept, 0.05 from the second' }, { tokens: 10, ratio: 4.2 }],
    [{ id: 'dropped by 0.02' }, { tokens: 102, ratio: 8 }],
    [{ id: 'dropped by 0.02 and by 0.50' }, { tokens: 102, ratio: 2 }],
    [
      { id: 'dropped by 0.02 and a list', language: 'cobol' },
      { tokens: 102, ratio: 8 },
    ],
  ]
  const analysis = await analysisOf(rows, plan)
  await analysis.putExamples([{ ...anExample({ id: 'indexed' }), values: {} }])
  expect(await chosen(analysis, { order: 'borderline' }, plan)).toEqual([
    'dropped by 0.02',
    'kept, 0.05 from the second',
    'kept, 0.10 from the first limit',
    'dropped by 0.02 and by 0.50',
    'dropped by 0.02 and a list',
  ])
  await expect(chosen(analysis, { order: 'borderline' }, aPlan([]))).rejects.toMatchObject({ fault: { kind: 'conflict' } })
})

test('borderline brings forward what a step drops that people often overrule, once five are decided', async () => {
  const plan = aPlan([aDrop('long', over('tokens', 100)), aDrop('listed', { kind: 'in', column: 'language', values: ['cobol'] })])
  const decided = many(5, () => ({ language: 'cobol' })).map(([said]): [Partial<ExampleIndex>, MeasureValues] => [said, { tokens: 1 }])
  const analysis = await analysisOf(
    [[{ id: 'near' }, { tokens: 70 }], [{ id: 'listed', language: 'cobol' }, { tokens: 1 }], ...decided],
    plan,
  )
  const accept = (count: number) =>
    analysis.putStandings(decided.slice(0, count).map(([{ id = '' }]) => buildStanding({ exampleId: id, decision: 'accept' })))
  const order = () => chosen(analysis, { order: 'borderline', onlyUndecided: true }, plan)
  await accept(4)
  expect((await order())[0]).toBe('near')
  await accept(5)
  expect((await order())[0]).toBe('listed')
})
