import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, type Expression, type ExpressionColumn, parseExpression } from '#filter'
import { type Fault, FaultError } from '#record'
import { printExpression } from './print-expression.ts'

const columns: ExpressionColumn[] = [
  { id: 'traj_tokens', type: 'integer' },
  { id: 'share', type: 'real' },
  { id: 'language', type: 'text' },
  { id: 'is_resolved', type: 'boolean' },
]
const parse = (text: string) => parseExpression(text, columns)

function faultOf(text: string): Fault {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    throw error
  }
  throw new Error('the expression was accepted')
}

const tokens = (value: number): Expression => ({ kind: 'compare', column: 'traj_tokens', operator: '<', value })

describe('an expression', () => {
  it('compares, looks inside texts and lists, and knows null', () => {
    expect(parse('traj_tokens <= -1.5e3')).toEqual({ kind: 'compare', column: 'traj_tokens', operator: '<=', value: -1500 })
    expect(parse(`language contains 'it''s'`.replace("''", "\\'"))).toEqual({ kind: 'contains', column: 'language', value: "it's" })
    expect(parse('language in ["go", "a\\u0041\\n"]')).toEqual({ kind: 'in', column: 'language', values: ['go', 'aA\n'] })
    expect(parse('language != null')).toEqual({ kind: 'compare', column: 'language', operator: '!=', value: null })
  })

  it('binds not before and before or, and groups from the left', () => {
    const expected = {
      kind: 'or',
      left: { kind: 'or', left: tokens(1), right: { kind: 'and', left: { kind: 'not', operand: tokens(2) }, right: tokens(3) } },
      right: tokens(4),
    }
    expect(parse('traj_tokens < 1 or not traj_tokens < 2 AND traj_tokens < 3 or traj_tokens < 4')).toEqual(expected)
  })

  it('reads a boolean column alone and "not in"', () => {
    expect(parse('is_resolved')).toEqual({ kind: 'compare', column: 'is_resolved', operator: '==', value: true })
    expect(parse('language not in ["go"]')).toEqual(parse('not language in ["go"]'))
  })
})

describe('an expression that is wrong', () => {
  it.each([
    ['', 1, 'a condition is missing'],
    ['traj_tokns < 1', 1, 'did you mean traj_tokens? The columns are traj_tokens, share, language, is_resolved'],
    ['tokens < 1', 1, 'did you mean traj_tokens?'],
    ['traj_tokens', 12, 'an operator was expected after traj_tokens'],
    ['traj_tokens = 1', 13, 'write =='],
    ['traj_tokens < "1"', 15, 'traj_tokens is a number, "1" is not'],
    ['language == go', 13, 'texts stand in quotes'],
    ['language == "go', 13, 'no closing "'],
    ['is_resolved > true', 15, 'true has no order'],
    ['traj_tokens contains "1"', 22, 'contains looks inside texts'],
    ['language in []', 15, 'the list is empty'],
    ['language in ["a" "b"]', 18, '] was expected, not "b"'],
    ['(traj_tokens < 1', 17, ') was expected, not the end'],
    ['traj_tokens < 1 share > 2', 17, '"share" was not expected'],
    ['traj_tokens < 1 && share > 2', 17, 'write "and" or "or"'],
    ['1 < traj_tokens', 1, 'a column was expected, not 1'],
    ['constructor == 1', 1, 'there is no column "constructor"'],
    ['language == toString', 13, 'a value was expected, not toString'],
    [`${'('.repeat(5000)}`, 102, 'more than 100 levels'],
    [`${'not '.repeat(2000)}`, 405, 'more than 100 levels'],
    ['traj_tokens < 1e999', 15, 'too large a number'],
  ])('says where and what is allowed: %s', (text, character, message) => {
    const problem = faultOf(text)
    expect(problem.kind).toBe('bad-input')
    expect(problem.message).toContain(`at character ${character}: `)
    expect(problem.message).toContain(message)
  })
})

const comparison = fc.constantFrom<Comparison>('==', '!=', '<', '<=', '>', '>=')
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value))
const text = fc.string({ unit: 'binary', maxLength: 12 })
const leaf: fc.Arbitrary<Expression> = fc.oneof(
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
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), operand: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
  ),
}))

describe('any expression', () => {
  it('printed and parsed gives the same tree', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        expect(parse(printExpression(expression))).toEqual(expression)
      }),
    )
  })

  it('is accepted or refused with a Fault, whatever the text', () => {
    const piece = fc.constantFrom(
      'language',
      'traj_tokens',
      ' ',
      '==',
      '<',
      '"a"',
      "'",
      '"',
      '1',
      '-',
      'and',
      'or',
      'not',
      'in',
      '[',
      ']',
      '(',
      ')',
      ',',
      'null',
      '\\',
    )
    const source = fc.oneof(
      text,
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
    )
    fc.assert(
      fc.property(source, (any) => {
        try {
          parse(any)
        } catch (error) {
          expect(error).toBeInstanceOf(FaultError)
        }
      }),
      { numRuns: 500 },
    )
  })
})
