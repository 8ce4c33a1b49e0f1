import fc from 'fast-check'
import type { Expression, JudgePlan, JudgeStep } from '#filter'

/** A plan of these steps; other steps, another hash. */
export function aPlan(steps: readonly JudgeStep[]): JudgePlan {
  return { hash: JSON.stringify(steps), steps }
}

/** A step that drops rows for a condition. */
export function aDrop(key: string, when: Expression, faults: readonly string[] = []): JudgeStep {
  return { kind: 'drop', key, when, faults }
}

/** A plan of one step that drops exactly these rows. */
export function dropping(...ids: string[]): JudgePlan {
  return aPlan([aDrop('listed', { kind: 'in', column: 'id', values: ids })])
}

/** A plan that drops rows of more tokens than this. */
export function atMost(tokens: number): JudgePlan {
  return aPlan([aDrop('long', { kind: 'compare', column: 'tokens', operator: '>', value: tokens })])
}

const simple: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    column: fc.constant('tokens'),
    operator: fc.constantFrom('==' as const, '!=' as const, '<' as const, '>=' as const),
    value: fc.option(fc.integer({ min: -3, max: 3 }), { freq: 5 }),
  }),
  fc.record({
    kind: fc.constant('in' as const),
    column: fc.constant('language'),
    values: fc.subarray(['go', 'rust', 'c']),
  }),
  fc.constant<Expression>({ kind: 'compare', column: 'has_patch', operator: '==', value: true }),
)

const condition: fc.Arbitrary<Expression> = fc.oneof(
  simple,
  simple.map((operand) => ({ kind: 'not' as const, operand })),
  fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: simple, right: simple }),
)

const faults = fc.constantFrom<readonly string[]>([], [], ['tool'])

const preference = fc.record({
  column: fc.constantFrom('resolved', 'tokens', 'ratio', 'has_patch', 'repo'),
  order: fc.constantFrom('most' as const, 'least' as const),
})

const step: fc.Arbitrary<JudgeStep> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), key: fc.constant(''), when: condition, faults }),
  fc.record({
    kind: fc.constant('choose' as const),
    key: fc.constant(''),
    per: fc.constantFrom('instance_id', 'repo', 'tokens'),
    most: fc.integer({ min: 1, max: 3 }),
    prefer: fc.array(preference, { maxLength: 2 }),
    seed: fc.integer({ min: 0, max: 2 }),
    faults,
  }),
  fc.record({
    kind: fc.constant('share' as const),
    key: fc.constant(''),
    of: fc.constantFrom('language', 'has_patch'),
    most: fc.constantFrom(0, 0.2, 0.3, 0.5, 1),
    only: fc.option(fc.subarray(['go', 'rust', 'true'])),
    seed: fc.integer({ min: 0, max: 2 }),
    faults,
  }),
)

/** Plans of any steps, and of any number a person may have. */
export const anyPlan: fc.Arbitrary<JudgePlan> = fc
  .array(step, { maxLength: 6 })
  .map((steps) => aPlan(steps.map((one, place) => ({ ...one, key: `step-${place}` }))))
