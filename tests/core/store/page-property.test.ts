import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Decision,
  type ExampleRow,
  type FacetCount,
  NO_EDITS,
  type Opinion,
  type Resolved,
  type Sort,
  type Standing,
  type Verdict,
} from '#record'
import { outcomeOf } from '#review'
import type { AnalysisStore, Query } from '#store'
import { buildStanding } from '../../support/build-standing.ts'
import { dropping } from './judging/plans.ts'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { freq: 3 })

const TAGS = ['good', 'rare, odd', "'; --"]

const opinion = fc.record({
  reviewer: fc.constantFrom('ana', 'ben', 'x\0y'),
  decision: fc.constantFrom<Decision>('accept', 'reject'),
  contentHash: fc.constantFrom('c1', 'older', ''),
})

const masking = (contentHash: string) => ({ ...NO_EDITS, masked: [1, 2], contentHash })

const example = fc.record({
  language: some('go', 'python', 'é', '\u{1f600}', '\uffee', ''),
  repo: some('Octo/Cat', 'a_b/c%d', 'x\0y'),
  model: some('GLM-5', 'glm'),
  resolved: fc.constantFrom<Resolved>(1, 0, -1),
  tokens: fc.option(fc.integer({ min: -3, max: 3 })),
  ratio: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true })),
  has_patch: fc.option(fc.boolean()),
  verdict: some<Verdict>('keep', 'drop'),
  standing: fc.option(
    fc.record({
      opinions: fc.uniqueArray(opinion, { selector: ({ reviewer }) => reviewer, maxLength: 3 }),
      tags: fc.subarray(TAGS),
      isFlagged: fc.boolean(),
      edits: fc.constantFrom(NO_EDITS, masking('c1'), masking('older')),
    }),
  ),
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
        tag: fc.subarray([...TAGS, '', 'nobody has it']),
        reviewer: fc.subarray(['ana', 'ben', '']),
        flagged: fc.subarray(['flagged', '']),
        disputed: fc.subarray(['disputed', '']),
        stale: fc.subarray(['stale', '']),
        edited: fc.subarray(['edited', '']),
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
      for (const facet of COUNTED) {
        const free = all.filter((row) => selects({ ...query, facets: { ...query.facets, [facet]: [] } }, row))
        expect(tableOf(counts[facet] ?? []), facet).toEqual(tableOf(countOf(free.flatMap((row) => valuesOf(row)[facet]))))
      }
    }),
    { numRuns: 40 },
  )
})

const COUNTED = ['language', 'label', 'decision', 'outcome', 'tag', 'reviewer', 'flagged', 'disputed', 'stale', 'edited'] as const

const tableOf = (counts: readonly FacetCount[]) => new Map(counts.map(({ value, count }) => [value, count]))

const countOf = (values: readonly string[]): FacetCount[] =>
  [...new Set(values)].map((value) => ({ value, count: values.filter((other) => other === value).length }))

async function fill(analysis: AnalysisStore, examples: (typeof example extends fc.Arbitrary<infer T> ? T : never)[]): Promise<void> {
  await analysis.clear()
  const rows = examples.map(({ tokens, ratio, has_patch, verdict, standing: _, ...index }, n) => ({
    verdict,
    put: anExample({ ...index, id: `e${n}` }, { tokens, ratio: ratio === 0 ? 0 : ratio, has_patch }),
  }))
  await analysis.putExamples(rows.filter(({ verdict }) => verdict).map(({ put }) => put))
  await analysis.judge(dropping(...rows.filter(({ verdict }) => verdict === 'drop').map(({ put }) => put.index.id)))
  await analysis.putExamples(rows.filter(({ verdict }) => !verdict).map(({ put }) => put))
  await analysis.putStandings(examples.flatMap(({ standing }, n) => (standing ? [standingOf(`e${n}`, standing)] : [])))
}

function standingOf(
  exampleId: string,
  {
    opinions,
    ...said
  }: Pick<Standing, 'tags' | 'isFlagged' | 'edits'> & { opinions: Pick<Opinion, 'reviewer' | 'decision' | 'contentHash'>[] },
): Standing {
  const [first] = opinions
  const isDisputed = opinions.some(({ decision }) => decision !== first?.decision)
  const whole = opinions.map((one, n) => ({ ...one, reason: null, note: null, time: 't', seq: n + 1, isBlind: false }))
  return buildStanding({ exampleId, ...said, opinions: whole, isDisputed, decision: isDisputed ? null : (first?.decision ?? null) })
}

/** A row's values of each facet, as a person would tick them. */
function valuesOf(row: ExampleRow): Record<(typeof COUNTED)[number], string[]> {
  const orNone = (values: string[]) => (values.length > 0 ? values : [''])
  return {
    language: [row.language ?? ''],
    label: [row.resolved === 1 ? 'resolved' : row.resolved === 0 ? 'failed' : 'none'],
    decision: [row.decision ?? 'none'],
    outcome: [outcomeOf(row.decision, row.verdict) ?? ''],
    tag: orNone(row.tags),
    reviewer: orNone(row.decidedBy),
    flagged: [row.isFlagged ? 'flagged' : ''],
    disputed: [row.isDisputed ? 'disputed' : ''],
    stale: [row.isStale ? 'stale' : ''],
    edited: [row.maskedMessages > 0 || row.isCut || row.redactions > 0 ? 'edited' : ''],
  }
}

function selects({ text, facets = {}, ranges = {} }: Query, row: ExampleRow): boolean {
  const searched = [row.id, row.repo, row.model].map((value) => value?.toLowerCase() ?? '')
  const tokens = row.values.tokens
  const { min = null, max = null } = ranges.tokens ?? {}
  const isInRange = (min === null && max === null) || (typeof tokens === 'number' && tokens >= (min ?? tokens) && tokens <= (max ?? tokens))
  const isTicked = Object.entries(valuesOf(row)).every(([facet, values]) => {
    const ticked = facets[facet as keyof typeof facets] ?? []
    return ticked.length === 0 || values.some((value) => ticked.includes(value))
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
