import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRecipe, parseRecipe, type RecipeStep } from '#filter'
import type { ExampleRow, Resolved } from '#record'
import { buildExampleRow } from '../../support/build-example-row.ts'

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

async function keptIds(steps: RecipeStep[], rows: ExampleRow[]): Promise<string[]> {
  const { verdicts } = await applyRecipe({ steps }, rows)
  return verdicts.filter(({ verdict }) => verdict === 'keep').map(({ id }) => id)
}

describe('a recipe applied', () => {
  it('gives every failing reason in step order', async () => {
    const row = buildExampleRow({ resolved: 0, language: 'rust', values: { traj_tokens: 33_940 } })
    const { verdicts } = await applyRecipe(tutorial, [row])
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

  it('counts who dropped first, who alone, and what is left', async () => {
    const rows = [
      buildExampleRow({ id: 'kept' }),
      buildExampleRow({ id: 'failed', resolved: 0 }),
      buildExampleRow({ id: 'failed-and-long', resolved: 0, values: { traj_tokens: 40_000 } }),
      buildExampleRow({ id: 'long', values: { traj_tokens: 40_000 } }),
    ]
    const { funnel } = await applyRecipe(tutorial, rows)
    expect({ total: funnel.total, kept: funnel.kept, dropped: funnel.dropped }).toEqual({ total: 4, kept: 1, dropped: 3 })
    expect(funnel.steps.map(({ rule, dropped, only, remaining }) => [rule, dropped, only, remaining])).toEqual([
      ['resolved-label', 2, 1, 2],
      ['token-limit', 1, 1, 1],
      ['languages', 0, 0, 1],
      ['patch-present', 0, 0, 1],
    ])
    expect(funnel.steps[1]).toMatchObject({ title: 'Token limit', summary: 'at most 32,000 tokens (traj_tokens)' })
  })

  it('says nothing of rows that are not measured', async () => {
    const { verdicts, funnel } = await applyRecipe(tutorial, [buildExampleRow({ isMeasured: false })])
    expect(verdicts).toEqual([])
    expect(funnel.total).toBe(0)
  })

  it('always adds up: kept and the drops of all steps are the total', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, anyRows, async (steps, rows) => {
        const { verdicts, funnel } = await applyRecipe({ steps }, rows)
        const dropped = funnel.steps.reduce((sum, step) => sum + step.dropped, 0)
        expect(funnel.kept + dropped).toBe(funnel.total)
        expect(funnel.dropped).toBe(dropped)
        expect(funnel.kept).toBe(verdicts.filter(({ verdict }) => verdict === 'keep').length)
        for (const step of funnel.steps) expect(step.only).toBeLessThanOrEqual(step.dropped)
        for (const { verdict, reasons } of verdicts) expect(verdict === 'drop').toBe(reasons.length > 0)
      }),
    )
  })

  it('keeps the same examples in whatever order its steps stand', async () => {
    const stepsTwice = anySteps.chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })))
    await fc.assert(
      fc.asyncProperty(stepsTwice, anyRows, async ([steps, shuffled], rows) => {
        expect(await keptIds(shuffled, rows)).toEqual(await keptIds(steps, rows))
      }),
    )
  })
})
