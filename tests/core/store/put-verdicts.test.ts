import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VerdictRecord } from '#filter'
import type { Funnel, Reason } from '#record'
import type { AnalysisStore } from '#store'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

/** More than go into their rows in one transaction. */
const MANY = 70_000

const funnelOf = (total: number): Funnel => ({ total, kept: total, dropped: 0, steps: [] })

async function openWith(ids: readonly string[]): Promise<AnalysisStore> {
  const { analysis } = await workspaceAt(temporaryFolder())
  await analysis.putExamples(ids.map((id) => anExample({ id })))
  return analysis
}

async function heldBy(analysis: AnalysisStore): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {}
  for await (const { id, verdict, reasons } of analysis.rows({}, null, { measures: [] })) held[id] = { verdict, reasons }
  return held
}

const IDS = ['a', 'b', 'c', 'd', 'e']

const anyVerdict: fc.Arbitrary<Omit<VerdictRecord, 'id'>> = fc.oneof(
  fc.constant({ verdict: 'keep' as const, reasons: [] as Reason[] }),
  fc.array(fc.record({ rule: fc.constantFrom('one', 'two'), text: fc.string() }), { minLength: 1, maxLength: 3 }).map((reasons) => ({
    verdict: 'drop' as const,
    reasons,
  })),
)

/** Some are about rows there are not. */
const anyVerdicts = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...IDS, 'gone'), anyVerdict), { selector: ([id]) => id })
  .map((verdicts) => verdicts.map(([id, said]): VerdictRecord => ({ id, ...said })))

async function* streamed<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield value
}

test('verdicts as they come replace all there were, whatever there was', { timeout: 60_000 }, async () => {
  const analysis = await openWith(IDS)
  await fc.assert(
    fc.asyncProperty(anyVerdicts, async (verdicts) => {
      await analysis.putVerdicts(streamed(verdicts), () => funnelOf(verdicts.length))
      const said = new Map(verdicts.map(({ id, verdict, reasons }) => [id, { verdict, reasons }]))
      expect(await heldBy(analysis)).toEqual(Object.fromEntries(IDS.map((id) => [id, said.get(id) ?? { verdict: null, reasons: [] }])))
      expect(await analysis.funnel()).toEqual(funnelOf(verdicts.length))
    }),
    { numRuns: 40 },
  )
})

test('verdicts that stop coming leave those there were, and the funnel', async () => {
  const ids = Array.from({ length: 3_000 }, (_, n) => `run-${n}`)
  const analysis = await openWith(ids)
  await analysis.putVerdicts(
    ids.map((id) => ({ id, verdict: 'keep', reasons: [] })),
    () => funnelOf(ids.length),
  )
  async function* broken(): AsyncGenerator<VerdictRecord> {
    for (const id of ids.slice(1)) yield { id, verdict: 'drop', reasons: [] }
    throw new Error('stopped')
  }
  let isAsked = false
  const put = analysis.putVerdicts(broken(), () => {
    isAsked = true
    return funnelOf(0)
  })
  await expect(put).rejects.toThrow('stopped')
  expect(isAsked).toBe(false)
  expect(await analysis.counts()).toMatchObject({ keep: ids.length, drop: 0 })
  expect(await analysis.funnel()).toEqual(funnelOf(ids.length))
})

test('a person decides while verdicts come', async () => {
  const analysis = await openWith(['a', 'b'])
  async function* slow(): AsyncGenerator<VerdictRecord> {
    yield { id: 'a', verdict: 'keep', reasons: [] }
    await analysis.putStandings([
      { exampleId: 'a', decision: 'reject', reason: null, note: null, reviewer: 'ana', time: 't', seq: 1, contentHash: 'h' },
    ])
    yield { id: 'b', verdict: 'keep', reasons: [] }
  }
  await analysis.putVerdicts(slow(), () => funnelOf(2))
  expect(await analysis.counts()).toMatchObject({ keep: 1, drop: 1, decided: 1 })
})

test('more verdicts than one transaction takes all reach their rows', { timeout: 60_000 }, async () => {
  const ids = Array.from({ length: MANY }, (_, n) => `run-${n}`)
  const analysis = await openWith(ids)
  const verdictOf = (n: number) => (n % 3 === 0 ? 'keep' : 'drop')
  await analysis.putVerdicts(
    ids.map((id, n) => ({ id, verdict: verdictOf(n), reasons: [] })),
    () => funnelOf(MANY),
  )
  const keep = Math.ceil(MANY / 3)
  expect(await analysis.counts()).toMatchObject({ keep, drop: MANY - keep })
  expect(await analysis.row('run-69999')).toMatchObject({ verdict: 'keep' })
  expect(await analysis.funnel()).toEqual(funnelOf(MANY))
})

test('rows carry the measures that are asked for, and no other', async () => {
  const analysis = await openWith(['a'])
  const valuesOf = async (measures?: string[]) => {
    for await (const { values } of analysis.rows({}, null, measures ? { measures } : {})) return values
  }
  expect(await valuesOf(['ratio', 'nothing'])).toEqual({ ratio: 0.5 })
  expect(await valuesOf([])).toEqual({})
  expect(Object.keys((await valuesOf()) ?? {})).toEqual(['tokens', 'ratio', 'tool', 'has_patch'])
})
