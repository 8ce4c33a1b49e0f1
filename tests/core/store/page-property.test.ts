import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decision, ExampleRow, Resolved, Sort, Verdict } from '#record'
import { outcomeOf } from '#review'
import type { AnalysisStore, Query } from '#store'
import { buildStanding } from '../../support/build-standing.ts'
import { dropping } from './judging/plans.ts'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { freq: 3 })

const example = fc.record({
  language: some('go', 'python', 'é', '\u{1f600}', '\uffee', ''),
  repo: some('Octo/Cat', 'a_b/c%d', 'x\0y'),
  model: some('GLM-5', 'glm'),
  resolved: fc.constantFrom<Resolved>(1, 0, -1),
  tokens: fc.option(fc.integer({ min: -3, max: 3 })),
  ratio: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true })),
  has_patch: fc.option(fc.boolean()),
  verdict: some<Verdict>('keep', 'drop'),
  decision: some<Decision>('accept', 'reject'),
})

const selection = fc.record(
  {
    text: fc.constantFrom('', 'o', 'OCTO', '_b/', '%', 'glm', 'e1', '\0'),
    facets: fc.record(
      {
        language: fc.subarray(['go', 'python', '', 'é']),
        label: fc.subarray(['resolved', 'failed', 'none']),
        decision: fc.subarray(['accept', 'none']),
        outcome: fc.subarray(['keep', '']),
      },
      { requiredKeys: [] },
    ),
    tokens: fc.record({ min: fc.option(fc.integer({ min: -3, max: 3 })), max: fc.option(fc.integer({ min: -3, max: 3 })) }),
  },
  { requiredKeys: [] },
)

const order = fc.option(
  fc.record({
    column: fc.constantFrom('id', 'language', 'tokens', 'ratio', 'has_patch', 'verdict', 'outcome', 'resolved'),
    descending: fc.boolean(),
  }),
)

test('page, stream, neighbours and facets agree with a filter and sort of plain rows', async () => {
  const { analysis } = await workspaceAt(temporaryFolder())
  await fc.assert(
    fc.asyncProperty(fc.array(example, { maxLength: 25 }), selection, order, async (examples, { tokens, ...rest }, sort) => {
      await fill(analysis, examples)
      const query: Query = { ...rest, ...(tokens && { ranges: { tokens } }) }
      const all: ExampleRow[] = []
      for await (const row of analysis.rows({})) all.push(row)
      const expected = all.filter((row) => selects(query, row)).sort((a, b) => compareRows(sort, a, b))
      const ids = expected.map(({ id }) => id)
      expect(await analysis.page(query, sort, 2, 4)).toEqual({ total: expected.length, rows: expected.slice(2, 6) })
      const streamed: string[] = []
      for await (const { id } of analysis.rows(query, sort)) streamed.push(id)
      expect(streamed).toEqual(ids)
      const place = ids.indexOf('e3')
      expect(await analysis.neighbours('e3', query, sort)).toEqual({
        previous: place < 0 ? null : (ids[place - 1] ?? null),
        next: place < 0 ? null : (ids[place + 1] ?? null),
        nextIds: place < 0 ? [] : ids.slice(place + 1, place + 4),
        position: place < 0 ? null : place,
        total: ids.length,
      })
      const { counts } = await analysis.facets(query, [])
      const { language: _, ...others } = query.facets ?? {}
      const free = all.filter((row) => selects({ ...query, facets: others }, row))
      expect(Object.fromEntries((counts.language ?? []).map(({ value, count }) => [value, count]))).toEqual(
        Object.fromEntries(
          [...new Set(free.map((row) => row.language ?? ''))].map((v) => [v, free.filter((r) => (r.language ?? '') === v).length]),
        ),
      )
    }),
    { numRuns: 40 },
  )
})

async function fill(analysis: AnalysisStore, examples: (typeof example extends fc.Arbitrary<infer T> ? T : never)[]): Promise<void> {
  await analysis.clear()
  const rows = examples.map(({ tokens, ratio, has_patch, verdict, decision: _, ...index }, n) => ({
    verdict,
    put: anExample({ ...index, id: `e${n}` }, { tokens, ratio: ratio === 0 ? 0 : ratio, has_patch }),
  }))
  await analysis.putExamples(rows.filter(({ verdict }) => verdict).map(({ put }) => put))
  await analysis.judge(dropping(...rows.filter(({ verdict }) => verdict === 'drop').map(({ put }) => put.index.id)))
  await analysis.putExamples(rows.filter(({ verdict }) => !verdict).map(({ put }) => put))
  await analysis.putStandings(examples.flatMap(({ decision }, n) => (decision ? [buildStanding({ exampleId: `e${n}`, decision })] : [])))
}

function selects({ text, facets = {}, ranges = {} }: Query, row: ExampleRow): boolean {
  const searched = [row.id, row.repo, row.model].map((value) => value?.toLowerCase() ?? '')
  const label = row.resolved === 1 ? 'resolved' : row.resolved === 0 ? 'failed' : 'none'
  const values = {
    language: row.language ?? '',
    label,
    decision: row.decision ?? 'none',
    outcome: outcomeOf(row.decision, row.verdict) ?? '',
  }
  const tokens = row.values.tokens
  const { min = null, max = null } = ranges.tokens ?? {}
  const isInRange = (min === null && max === null) || (typeof tokens === 'number' && tokens >= (min ?? tokens) && tokens <= (max ?? tokens))
  const isTicked = Object.entries(values).every(([facet, value]) => {
    const ticked = facets[facet as keyof typeof values] ?? []
    return ticked.length === 0 || ticked.includes(value)
  })
  return isInRange && isTicked && (!text || searched.some((value) => value.includes(text.toLowerCase())))
}

function compareRows(sort: Sort | null, a: ExampleRow, b: ExampleRow): number {
  const column = sort?.column ?? 'id'
  const [x, y] = [a, b].map((row) => (Object.hasOwn(row.values, column) ? row.values[column] : Object(row)[column]) ?? null)
  const byId = Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))
  if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || byId
  const order = typeof x === 'string' ? Buffer.compare(Buffer.from(x), Buffer.from(String(y))) : Number(x) - Number(y)
  return (sort?.descending ? -order : order) || byId
}
