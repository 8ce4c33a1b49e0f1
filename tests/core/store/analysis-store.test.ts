import { expect, test } from 'vitest'
import type { AnalysisStore } from '#store'
import { buildStanding } from '../../support/build-standing.ts'
import { dropping } from './judging/plans.ts'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const openAnalysis = async (): Promise<AnalysisStore> => (await workspaceAt(temporaryFolder())).analysis

/** Three examples: a is kept and rejected by a person, b is dropped, c was not measured. */
async function openThree(): Promise<AnalysisStore> {
  const analysis = await openAnalysis()
  await analysis.putExamples([
    anExample({ id: 'a', language: 'go', repo: 'Octo/Cat', resolved: 1 }, { tokens: 30 }),
    anExample({ id: 'b', language: 'python', instanceId: '100%_done', resolved: 0 }, { tokens: 10, tool: 'bash' }),
    { ...anExample({ id: 'c', sourceId: 's2' }), values: {} },
  ])
  await analysis.judge(dropping('b'))
  analysis.tellReasons(() => [{ rule: 'max-tokens', text: 'too \0 \ud800 long' }])
  await analysis.putStandings([
    buildStanding({ exampleId: 'a', decision: 'reject', reason: 'other', note: 'n', contentHash: 'older', tags: ['good', 'rare'] }),
  ])
  return analysis
}

const ids = async (analysis: AnalysisStore, query: Parameters<AnalysisStore['page']>[0]) =>
  (await analysis.page(query, null, 0, 100)).rows.map(({ id }) => id)

test('a row tells verdict, decision and outcome apart, and that its decision is about other bytes', async () => {
  const analysis = await openThree()
  expect(await analysis.row('a')).toEqual({
    ...anExample({ id: 'a', language: 'go', repo: 'Octo/Cat', resolved: 1 }).index,
    values: { tokens: 30, ratio: 0.5, tool: null, has_patch: true },
    isMeasured: true,
    verdict: 'keep',
    reasons: [],
    decision: 'reject',
    decisionReason: 'other',
    note: 'n',
    reviewer: 'ana',
    outcome: 'drop',
    isStale: true,
    decidedBy: ['ana'],
    isDisputed: false,
    tags: ['good', 'rare'],
    isFlagged: false,
    maskedMessages: 0,
    isCut: false,
    redactions: 0,
  })
  expect(await analysis.row('b')).toMatchObject({
    outcome: 'drop',
    decision: null,
    isStale: false,
    reasons: [{ text: 'too \0 \ud800 long' }],
  })
  expect(await analysis.row('c')).toMatchObject({ isMeasured: false, values: {}, verdict: null, outcome: null })
  expect(await analysis.row('nobody')).toBeUndefined()
})

test('counts are by outcome', async () => {
  const analysis = await openThree()
  expect(await analysis.counts()).toEqual({ indexed: 3, measured: 2, keep: 0, drop: 2, decided: 1 })
})

test('a decision goes before the verdict in the counts, and counts nothing without its row', async () => {
  const analysis = await openThree()
  await analysis.putStandings([
    buildStanding({ exampleId: 'a', decision: 'reject' }),
    buildStanding({ exampleId: 'c', decision: 'accept' }),
    buildStanding({ exampleId: 'gone', decision: 'accept' }),
  ])
  expect(await analysis.counts()).toEqual({ indexed: 3, measured: 2, keep: 1, drop: 2, decided: 2 })
  await analysis.putStandings([buildStanding({ exampleId: 'a', decision: 'accept' })])
  expect(await analysis.counts()).toMatchObject({ keep: 2, drop: 1 })
})

test('a standing of nulls takes the decision away', async () => {
  const analysis = await openThree()
  await analysis.putStandings([buildStanding({ exampleId: 'a', seq: 2, contentHash: 'older' })])
  expect(await analysis.row('a')).toMatchObject({ decision: null, outcome: 'keep', isStale: false })
  expect(await analysis.counts()).toMatchObject({ keep: 1, decided: 0 })
})

test('an example put again replaces the old and loses its verdict', async () => {
  const analysis = await openThree()
  await analysis.putExamples([anExample({ id: 'a' }, { tokens: 1 }), anExample({ id: 'a' }, { tokens: 2 })])
  expect(await analysis.row('a')).toMatchObject({ values: { tokens: 2 }, verdict: null, decision: 'reject', outcome: 'drop' })
  expect((await analysis.page({}, null, 0, 10)).total).toBe(3)
})

test('a removed source takes its rows and verdicts along, and leaves standings', async () => {
  const analysis = await openThree()
  await analysis.removeSource('s1')
  expect(await ids(analysis, {})).toEqual(['c'])
  expect(await analysis.failedCounts(dropping('b').hash)).toEqual([])
  await analysis.putExamples([anExample({ id: 'a' })])
  expect(await analysis.row('a')).toMatchObject({ verdict: null, decision: 'reject' })
})

test('clear empties it', async () => {
  const analysis = await openThree()
  await analysis.clear()
  expect(await analysis.counts()).toEqual({ indexed: 0, measured: 0, keep: 0, drop: 0, decided: 0 })
  expect(await analysis.isCurrent(0)).toBe(true)
})

test('text is looked for as it stands, ignoring case, in instance, repository and ids', async () => {
  const analysis = await openThree()
  expect(await ids(analysis, { text: 'octo/' })).toEqual(['a'])
  expect(await ids(analysis, { text: '%' })).toEqual(['b'])
  expect(await ids(analysis, { text: '0%_D' })).toEqual(['b'])
  expect(await ids(analysis, { text: "' OR 1=1 --" })).toEqual([])
  expect(await ids(analysis, { text: '' })).toEqual(['a', 'b', 'c'])
})

test('a condition reads index, measures and state; nothing is neither less nor more than a value', async () => {
  const analysis = await openThree()
  const where = async (expression: NonNullable<Parameters<AnalysisStore['page']>[0]['where']>) => ids(analysis, { where: expression })
  expect(await where({ kind: 'compare', column: 'tokens', operator: '<', value: 20 })).toEqual(['b'])
  expect(await where({ kind: 'not', operand: { kind: 'compare', column: 'tokens', operator: '<', value: 20 } })).toEqual(['a', 'c'])
  expect(await where({ kind: 'compare', column: 'language', operator: '!=', value: 'go' })).toEqual(['b', 'c'])
  expect(await where({ kind: 'compare', column: 'language', operator: '==', value: null })).toEqual(['c'])
  expect(await where({ kind: 'compare', column: 'instanceId', operator: '!=', value: null })).toEqual(['b'])
  expect(await where({ kind: 'contains', column: 'repo', value: 'CAT' })).toEqual(['a'])
  expect(await where({ kind: 'in', column: 'resolved', values: [0, 1] })).toEqual(['a', 'b'])
  expect(await where({ kind: 'in', column: 'language', values: [] })).toEqual([])
  expect(await where({ kind: 'compare', column: 'outcome', operator: '==', value: 'drop' })).toEqual(['a', 'b'])
  expect(await where({ kind: 'compare', column: 'is_stale', operator: '==', value: true })).toEqual(['a'])
  expect(
    await where({
      kind: 'or',
      left: { kind: 'compare', column: 'is_measured', operator: '==', value: false },
      right: { kind: 'compare', column: 'has_patch', operator: '==', value: true },
    }),
  ).toEqual(['a', 'b', 'c'])
})

test('a condition of thousands of parts is answered', async () => {
  const analysis = await openThree()
  const part = { kind: 'compare', column: 'tokens', operator: '>', value: 20 } as const
  let where: Parameters<AnalysisStore['page']>[0]['where'] = part
  for (let parts = 0; parts < 2000; parts++) where = { kind: 'and', left: where, right: part }
  expect(await ids(analysis, { where })).toEqual(['a'])
})

test.each([
  [
    'a sort by an unknown column',
    { kind: 'bad-input', culprit: 'nope' },
    (a: AnalysisStore) => a.page({}, { column: 'nope', descending: false }, 0, 1),
  ],
  [
    'an unknown column of a condition',
    { kind: 'bad-input', culprit: '"; DROP TABLE examples; --' },
    (a: AnalysisStore) => ids(a, { where: { kind: 'contains', column: '"; DROP TABLE examples; --', value: '' } }),
  ],
  ['a range of a text measure', { culprit: 'tool' }, (a: AnalysisStore) => ids(a, { ranges: { tool: { min: 1, max: null } } })],
  ['a histogram of an unknown measure', { culprit: 'nope' }, (a: AnalysisStore) => a.facets({}, ['nope'])],
  ['an unknown facet', { culprit: 'nope' }, (a: AnalysisStore) => ids(a, { facets: JSON.parse('{"nope":["x"]}') })],
  [
    'a text compared with a number',
    { culprit: 'language' },
    (a: AnalysisStore) => ids(a, { where: { kind: 'compare', column: 'language', operator: '<', value: 3 } }),
  ],
  [
    'contains on a number',
    { culprit: 'tokens' },
    (a: AnalysisStore) => ids(a, { where: { kind: 'contains', column: 'tokens', value: '1' } }),
  ],
])('%s is refused, naming what is allowed', async (_, fault, call) => {
  const analysis = await openThree()
  await expect(async () => call(analysis)).rejects.toMatchObject({ name: 'FaultError', fault: { kind: 'bad-input', ...fault } })
  expect((await analysis.counts()).indexed).toBe(3)
})

test('facets apply all of the selection but their own ticks', async () => {
  const analysis = await openThree()
  const { counts } = await analysis.facets({ facets: { language: ['go'], label: ['resolved', 'failed'] } }, [])
  expect(counts.language).toEqual([
    { value: 'go', count: 1 },
    { value: 'python', count: 1 },
  ])
  expect(counts.label).toEqual([{ value: 'resolved', count: 1 }])
  expect(counts.source).toEqual([{ value: 's1', count: 1 }])
  expect(counts.decision).toEqual([{ value: 'reject', count: 1 }])
  const { counts: all } = await analysis.facets({}, [])
  expect(all.label?.map(({ value }) => value)).toEqual(['failed', 'none', 'resolved'])
  expect(all.outcome).toEqual([
    { value: 'drop', count: 2 },
    { value: '', count: 1 },
  ])
  expect(all.decision).toEqual([
    { value: 'none', count: 2 },
    { value: 'reject', count: 1 },
  ])
})

test('what a facet counts is what its tick selects', async () => {
  const analysis = await openThree()
  const { counts } = await analysis.facets({}, [])
  for (const [facet, values] of Object.entries(counts)) {
    for (const { value, count } of values) {
      expect((await analysis.page({ facets: { [facet]: [value] } }, null, 0, 10)).total, `${facet}=${value}`).toBe(count)
    }
  }
})

test('rows known only by their index are put without values, and a facet tells them apart', async () => {
  const analysis = await openThree()
  const indexed = anExample({ id: 'd', contentHash: '', language: 'go' })
  await analysis.putExamples([{ ...indexed, values: {} }])
  expect(await analysis.row('d')).toMatchObject({ isMeasured: false, values: {}, verdict: null, contentHash: '' })
  const { counts } = await analysis.facets({ facets: { language: ['go'] } }, [])
  expect(counts.measured).toEqual([
    { value: 'indexed', count: 1 },
    { value: 'measured', count: 1 },
  ])
  expect(await ids(analysis, { facets: { measured: ['indexed'] } })).toEqual(['c', 'd'])
  expect(await analysis.counts()).toMatchObject({ indexed: 4, measured: 2 })
  await analysis.putExamples([indexed])
  expect(await analysis.row('d')).toMatchObject({ isMeasured: true, values: { tokens: 1 } })
})

test('what is not measured comes in the order it lies in its files', async () => {
  const analysis = await openThree()
  const unmeasured = (id: string, file: string, row: number) => ({ ...anExample({ id, file, row, language: 'go' }), values: {} })
  await analysis.putExamples([unmeasured('z', 'a', 2), unmeasured('y', 'a', 10), unmeasured('x', 'b', 1)])
  expect(await analysis.unmeasured({})).toEqual(['z', 'y', 'x', 'c'])
  expect(await analysis.unmeasured({ facets: { language: ['go'], decision: ['none'] } })).toEqual(['z', 'y', 'x'])
  expect(await analysis.unmeasured({ where: { kind: 'compare', column: 'verdict', operator: '==', value: 'keep' } })).toEqual([])
})

test.each([
  ['the row', '', 'h1'],
  ['the decision', 'h1', ''],
])('while %s has no hash, nobody can say that the decision is stale', async (_, ofRow, ofDecision) => {
  const analysis = await openAnalysis()
  await analysis.putExamples([anExample({ id: 'a', contentHash: ofRow })])
  await analysis.putStandings([buildStanding({ exampleId: 'a', decision: 'accept', contentHash: ofDecision })])
  expect(await analysis.row('a')).toMatchObject({ decision: 'accept', isStale: false })
})

test('one opinion of several about other bytes makes the row stale, and edits about other bytes are not counted', async () => {
  const analysis = await openAnalysis()
  await analysis.putExamples([anExample({ id: 'a', contentHash: 'h2' }), anExample({ id: 'b', contentHash: 'h1' })])
  const opinion = { decision: 'accept' as const, reason: null, note: null, time: 't', seq: 1, isBlind: false }
  const opinions = [
    { ...opinion, reviewer: 'ana', contentHash: 'h1' },
    { ...opinion, reviewer: 'ben', contentHash: 'h2' },
  ]
  const edits = { masked: [2, 5], cutAfter: 7, redactions: [], contentHash: 'h1' }
  await analysis.putStandings([
    buildStanding({ exampleId: 'a', decision: 'accept', opinions, edits }),
    buildStanding({ exampleId: 'b', decision: 'accept', contentHash: 'h1', edits }),
  ])
  expect(await analysis.row('a')).toMatchObject({ isStale: true, decidedBy: ['ana', 'ben'], maskedMessages: 0, isCut: false })
  expect(await analysis.row('b')).toMatchObject({ isStale: false, maskedMessages: 2, isCut: true })
})

test('removed examples take their verdicts along, and leave decisions', async () => {
  const analysis = await openThree()
  await analysis.removeExamples(['a', 'nobody'])
  expect(await ids(analysis, {})).toEqual(['b', 'c'])
  expect(await analysis.failedCounts(dropping('b').hash)).toEqual([{ failed: [0], faults: [], count: 1 }])
  await analysis.putExamples([anExample({ id: 'a' })])
  expect(await analysis.row('a')).toMatchObject({ verdict: null, decision: 'reject' })
})

test('histograms leave their own range out, spare small integers gaps, and turn to log for long tails', async () => {
  const analysis = await openAnalysis()
  const rows = Array.from({ length: 100 }, (_, n) => anExample({ id: `e${n}` }, { tokens: n % 4, ratio: n === 99 ? 1e6 : n / 100 }))
  await analysis.putExamples([...rows, anExample({ id: 'none' }, { tokens: null, ratio: null })])
  const { histograms } = await analysis.facets({ ranges: { tokens: { min: 2, max: 2 } } }, ['ratio', 'tokens'])
  const [ratio, tokens] = histograms
  expect(tokens).toEqual({ measure: 'tokens', min: 0, max: 3, bins: [25, 25, 25, 25], isLog: false })
  expect(ratio).toMatchObject({ measure: 'ratio', min: 0.02, max: 0.98, isLog: false })
  expect(ratio?.bins).toHaveLength(24)
  expect(ratio?.bins.reduce((sum, count) => sum + count, 0)).toBe(25)
  const tail = (await analysis.facets({}, ['ratio'])).histograms[0]
  expect(tail).toMatchObject({ isLog: true, max: 1e6 })
  // The first of 24 bins ends where log10(1 + x) is a 24th of log10(1 + max): at 0.778.
  expect([tail?.bins[0], tail?.bins[23]]).toEqual([78, 1])
})

test('a histogram of nothing, and of one value, is one bin', async () => {
  const analysis = await openAnalysis()
  expect((await analysis.facets({}, ['tokens'])).histograms).toEqual([{ measure: 'tokens', min: 0, max: 0, bins: [0], isLog: false }])
  await analysis.putExamples([anExample({}, { tokens: 7 })])
  expect((await analysis.facets({}, ['tokens'])).histograms).toEqual([{ measure: 'tokens', min: 7, max: 7, bins: [1], isLog: false }])
})

test('rows are found by their ids, odd ones too, and those that are not there are left out', async () => {
  const analysis = await openThree()
  const odd = 'quote " and, comma\u00e9'
  await analysis.putExamples([anExample({ id: odd })])
  const found = await analysis.rowsOf([odd, 'a', 'nobody'])
  expect(found.map(({ id }) => id).sort()).toEqual(['a', odd])
  expect(found.find(({ id }) => id === 'a')).toEqual(await analysis.row('a'))
  expect(await analysis.rowsOf([])).toEqual([])
})

test('neighbours stand where the page shows them', async () => {
  const analysis = await openAnalysis()
  await analysis.putExamples(['a', 'b', 'c', 'd', 'e', 'f'].map((id, n) => anExample({ id }, { tokens: n === 5 ? null : 9 - n })))
  const sort = { column: 'tokens', descending: false }
  expect(await analysis.neighbours('d', {}, sort)).toEqual({ previous: 'e', next: 'c', nextIds: ['c', 'b', 'a'], position: 1, total: 6 })
  expect(await analysis.neighbours('e', {}, sort)).toMatchObject({ previous: null, position: 0 })
  expect(await analysis.neighbours('f', {}, sort)).toEqual({ previous: 'a', next: null, nextIds: [], position: 5, total: 6 })
  expect(await analysis.neighbours('a', { text: 'b' }, sort)).toEqual({ previous: null, next: null, nextIds: [], position: null, total: 1 })
})

test('reconcile names what is missing or changed and removes what the record no longer has', async () => {
  const analysis = await openThree()
  const current = [
    { id: 'a', contentHash: 'c1' },
    { id: 'b', contentHash: 'changed' },
    { id: 'new', contentHash: 'c1' },
  ]
  expect(await analysis.isCurrent(3)).toBe(true)
  expect(await analysis.reconcile(current)).toEqual(['b', 'new'])
  expect(await ids(analysis, {})).toEqual(['a'])
  expect(await analysis.isCurrent(3)).toBe(false)
  await analysis.putExamples([anExample({ id: 'b', contentHash: 'changed' }), anExample({ id: 'new' })])
  expect(await analysis.reconcile(current)).toEqual([])
})

test('a number that is none is stored as nothing, a value of the wrong type is an error that names the measure', async () => {
  const analysis = await openAnalysis()
  await analysis.putExamples([anExample({}, { ratio: Number.NaN })])
  expect((await analysis.row('e1'))?.values.ratio).toBeNull()
  await expect(analysis.putExamples([anExample({ id: 'e2' }, { tokens: 'many' })])).rejects.toThrow('The measure tokens promised integer')
  expect((await analysis.counts()).indexed).toBe(1)
})

test('a stream can be left early, and another started while it runs', async () => {
  const analysis = await openAnalysis()
  await analysis.putExamples(Array.from({ length: 5000 }, (_, n) => anExample({ id: `e${String(n).padStart(4, '0')}` })))
  for await (const first of analysis.rows({})) {
    await analysis.putExamples([anExample({ id: 'z' })])
    expect((await analysis.page({}, null, 0, 1)).total).toBe(5001)
    expect(first.id).toBe('e0000')
    break
  }
  const seen: string[] = []
  for await (const { id } of analysis.rows({}, { column: 'id', descending: true })) seen.push(id)
  expect(seen.slice(0, 2)).toEqual(['z', 'e4999'])
  expect(seen).toHaveLength(5001)
})
