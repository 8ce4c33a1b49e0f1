import fc from 'fast-check'
import type { Amount, Comparison, Expression } from '#filter'

const comparison = fc.constantFrom<Comparison>('==', '!=', '<', '<=', '>', '>=')
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value))
const text = fc.string({ unit: 'binary', maxLength: 12 })
const simple: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    column: fc.constantFrom('traj_tokens', 'share'),
    operator: comparison,
    value: number,
  }),
  fc.record({ kind: fc.constant('compare' as const), column: fc.constant('language'), operator: comparison, value: text }),
  fc.record({
    kind: fc.constant('compare' as const),
    column: fc.constant('is_resolved'),
    operator: fc.constantFrom<Comparison>('==', '!='),
    value: fc.constantFrom(true, false, null),
  }),
  fc.record({ kind: fc.constant('contains' as const), column: fc.constant('language'), value: text }),
  fc.record({ kind: fc.constant('in' as const), column: fc.constant('language'), values: fc.array(text, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('in' as const), column: fc.constant('share'), values: fc.array(number, { minLength: 1, maxLength: 4 }) }),
)

const calculated = (operands: fc.Arbitrary<Amount>): fc.Arbitrary<Amount> =>
  fc.record({
    kind: fc.constant('calculation' as const),
    operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
    left: operands,
    right: operands,
  })
const aColumn: fc.Arbitrary<Amount> = fc.record({ kind: fc.constant('column' as const), column: fc.constantFrom('traj_tokens', 'share') })
/** Never two numbers with each other: these are reckoned when they are read. */
const anyAmount: fc.Arbitrary<Amount> = fc.oneof(
  aColumn,
  calculated(aColumn),
  calculated(fc.oneof(aColumn, calculated(aColumn))),
  calculated(aColumn).chain((left) =>
    fc.record({
      kind: fc.constant('calculation' as const),
      operator: fc.constantFrom('+' as const, '*' as const, '/' as const),
      left: fc.constant(left),
      right: fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 1, max: 50 }) }),
    }),
  ),
)

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  simple,
  fc.record({ kind: fc.constant('compare-amounts' as const), operator: comparison, left: anyAmount, right: anyAmount }),
)

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), operand: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
  ),
}))

/** Any condition over traj_tokens, share, language and is_resolved, as parsing gives it. */
export const anyExpression: fc.Arbitrary<Expression> = tree
