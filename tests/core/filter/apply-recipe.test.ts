import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRecipe, createJudge, parseRecipe, ruleOf, type RecipeStep as Step } from '#filter'
import type { ExampleRow, Resolved } from '#record'
import { buildExampleRow } from '../../support/build-example-row.ts'

type RecipeStep = Pick<Step, 'rule' | 'parameters' | 'enabled'>

const tutorial = parseRecipe(
  'steps: [{rule: resolved-label}, {rule: token-limit}, {rule: languages, allow: [go, python]}, {rule: patch-present}]',
  't',
)

const anyRow = fc
  .record({
    resolved: fc.constantFrom<Resolved>(1, 0, -1),
    language: fc.constantFrom('go', 'python', 'rust', null),
    tokens: fc.integer({ min: 0, max: 64_000 }),
    files: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ resolved, language, tokens, files }) => ({
    resolved,
    language,
    values: { traj_tokens: tokens, patch_files: files, patch_churn: 0, diff_files: files },
  }))

const anyRows = fc.array(anyRow, { maxLength: 40 }).map((rows) => rows.map((row, index) => buildExampleRow({ ...row, id: `run-${index}` })))

const anyStep: fc.Arbitrary<RecipeStep> = fc.oneof(
  fc.record({
    rule: fc.constant('resolved-label'),
    parameters: fc.record({ keep: fc.subarray([1, 0, -1], { minLength: 1 }) }),
    enabled: fc.boolean(),
  }),
  fc.record({
    rule: fc.constant('token-limit'),
    parameters: fc.record({ max: fc.integer({ min: 1, max: 64_000 }), measure: fc.constant('traj_tokens') }),
    enabled: fc.boolean(),
  }),
  fc.record({ rule: fc.constant('languages'), parameters: fc.record({ allow: fc.subarray(['go', 'rust']) }), enabled: fc.boolean() }),
  fc.record({ rule: fc.constant('patch-present'), parameters: fc.constant({}), enabled: fc.boolean() }),
)

const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 6 })

function keptIds(steps: RecipeStep[], rows: ExampleRow[]): string[] {
  const { verdicts } = applyRecipe({ steps }, rows)
  return verdicts.filter(({ verdict }) => verdict === 'keep').map(({ id }) => id)
}

describe('a recipe applied', () => {
  it('gives every failing reason in step order', () => {
    const row = buildExampleRow({ resolved: 0, language: 'rust', values: { traj_tokens: 33_940 } })
    const { verdicts } = applyRecipe(tutorial, [row])
    expect(verdicts).toEqual([
      {
        id: 'run-1',
        verdict: 'drop',
        reasons: [
          { rule: 'resolved-label', text: 'label is failed (0), the recipe keeps resolved (1)' },
          { rule: 'token-limit', text: '33,940 tokens, limit 32,000' },
          { rule: 'languages', text: 'language is rust, the recipe allows go, python' },
        ],
      },
    ])
  })

  it('counts who dropped first, who alone, and what is left', () => {
    const rows = [
      buildExampleRow({ id: 'kept' }),
      buildExampleRow({ id: 'failed', resolved: 0 }),
      buildExampleRow({ id: 'failed-and-long', resolved: 0, values: { traj_tokens: 40_000 } }),
      buildExampleRow({ id: 'long', values: { traj_tokens: 40_000 } }),
    ]
    const { funnel } = applyRecipe(tutorial, rows)
    expect({ total: funnel.total, kept: funnel.kept, dropped: funnel.dropped }).toEqual({ total: 4, kept: 1, dropped: 3 })
    expect(funnel.steps.map(({ rule, dropped, only, remaining }) => [rule, dropped, only, remaining])).toEqual([
      ['resolved-label', 2, 1, 2],
      ['token-limit', 1, 1, 1],
      ['languages', 0, 0, 1],
      ['patch-present', 0, 0, 1],
    ])
    expect(funnel.steps[1]).toMatchObject({ title: 'Token limit', summary: 'at most 32,000 tokens (traj_tokens)' })
  })

  it('says nothing of rows that are not measured', () => {
    const { verdicts, funnel } = applyRecipe(tutorial, [buildExampleRow({ isMeasured: false })])
    expect(verdicts).toEqual([])
    expect(funnel.total).toBe(0)
  })

  it('always adds up: kept and the drops of all steps are the total', () => {
    fc.assert(
      fc.property(anySteps, anyRows, (steps, rows) => {
        const { verdicts, funnel } = applyRecipe({ steps }, rows)
        const dropped = funnel.steps.reduce((sum, step) => sum + step.dropped, 0)
        expect(funnel.kept + dropped).toBe(funnel.total)
        expect(funnel.dropped).toBe(dropped)
        expect(funnel.kept).toBe(verdicts.filter(({ verdict }) => verdict === 'keep').length)
        for (const step of funnel.steps) expect(step.only).toBeLessThanOrEqual(step.dropped)
        for (const { verdict, reasons } of verdicts) expect(verdict === 'drop').toBe(reasons.length > 0)
      }),
    )
  })

  it('drops, attributes and counts as steps asked one after another about all rows would', () => {
    fc.assert(
      fc.property(anySteps, anyRows, (steps, rows) => {
        const { verdicts, funnel } = applyRecipe({ steps }, rows)
        const used = steps.filter(({ enabled }) => enabled)
        const fails = (row: ExampleRow, { rule, parameters }: RecipeStep) => ruleOf(rule).evaluate(row, parameters)
        let left = rows
        const dropped = used.map((step) => {
          const before = left.length
          left = left.filter((row) => fails(row, step).length === 0)
          return before - left.length
        })
        expect(funnel.steps.map((step) => step.dropped)).toEqual(dropped)
        expect(funnel.steps.map((step) => step.remaining).at(-1) ?? rows.length).toBe(left.length)
        const only = used.map(
          (step) =>
            rows.filter((row) => fails(row, step).length > 0 && used.every((other) => other === step || fails(row, other).length === 0))
              .length,
        )
        expect(funnel.steps.map((step) => step.only)).toEqual(only)
        expect(verdicts.map(({ id, reasons }) => [id, reasons])).toEqual(
          rows.map((row) => [row.id, used.flatMap((step) => fails(row, step).map(({ rule, text }) => ({ rule, text })))]),
        )
      }),
    )
  })

  it('says the same of rows that carry nothing but the measures it names', () => {
    fc.assert(
      fc.property(anySteps, anyRows, (steps, rows) => {
        const { measures } = createJudge({ steps })
        const narrow = rows.map((row) => ({
          ...row,
          values: Object.fromEntries(Object.entries(row.values).filter(([id]) => measures.includes(id))),
        }))
        expect(applyRecipe({ steps }, narrow)).toEqual(applyRecipe({ steps }, rows))
      }),
    )
  })

  it('keeps the same examples in whatever order its steps stand', () => {
    const stepsTwice = anySteps.chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })))
    fc.assert(
      fc.property(stepsTwice, anyRows, ([steps, shuffled], rows) => {
        expect(keptIds(shuffled, rows)).toEqual(keptIds(steps, rows))
      }),
    )
  })
})
