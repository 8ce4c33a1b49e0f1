import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, type Expression, type ExpressionColumn, type ExpressionParameters, parseExpression } from '#filter'
import { type Fault, FaultError } from '#record'
import { anyExpression } from './any-expression.ts'
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

const column = (id: string): Amount => ({ kind: 'column', column: id })

describe('an expression that reckons', () => {
  it('multiplies before it adds, from the left, and brackets come first', () => {
    const product: Amount = { kind: 'calculation', operator: '*', left: column('share'), right: { kind: 'number', value: 2 } }
    const left: Amount = { kind: 'calculation', operator: '-', left: column('traj_tokens'), right: product }
    expect(parse('traj_tokens - share * 2 > 1')).toEqual({
      kind: 'compare-amounts',
      operator: '>',
      left,
      right: { kind: 'number', value: 1 },
    })
    expect(parse('(traj_tokens - (share * 2)) > (1)')).toEqual(parse('traj_tokens-share*2>1'))
    expect(parse('(traj_tokens - share) * 2 > 1')).not.toEqual(parse('traj_tokens - share * 2 > 1'))
  })

  it('compares columns with each other, and reckons numbers at once', () => {
    expect(parse('share < traj_tokens')).toEqual({
      kind: 'compare-amounts',
      operator: '<',
      left: column('share'),
      right: column('traj_tokens'),
    })
    expect(parse('traj_tokens < 2 * 16000')).toEqual(tokens(32_000))
    expect(parse('5 > traj_tokens')).toEqual(tokens(5))
    expect(parse('-share < 0')).toEqual(parse('0 - share < 0'))
  })
})

describe("a rule's expression", () => {
  const parameters: ExpressionParameters = {
    max: { kind: 'value', value: 10 },
    stage: { kind: 'value', value: 'used' },
    strictly: { kind: 'value', value: true },
    allow: { kind: 'list', values: ['go', 'unknown'] },
    none: { kind: 'list', values: [] },
    measure: { kind: 'column', column: 'traj_tokens' },
    drop: { kind: 'condition', expression: tokens(3) },
  }
  const bind = (text: string) => parseExpression(text, columns, parameters)

  it('has the values, lists, columns and conditions of its parameters in their place', () => {
    expect(bind('$measure < $max')).toEqual(tokens(10))
    expect(bind('$drop')).toEqual(tokens(3))
    expect(bind('share + $max > 1')).toEqual(parse('share + 10 > 1'))
    expect(bind('language in $allow')).toEqual({ kind: 'in', column: 'language', values: ['go', 'unknown'], anyCase: true })
  })

  it('folds away what parameters decide alone', () => {
    const yes: Expression = { kind: 'constant', value: true }
    expect(bind('$stage == "used" and $strictly and "Go" in $allow and $none == [] and $allow != [] and $max > 9')).toEqual(yes)
    expect(bind('not $strictly or language in $none')).toEqual({ kind: 'constant', value: false })
    expect(bind('$stage == "seen" and share > 1 or $measure < 10')).toEqual(tokens(10))
  })

  it.each([
    ['$maximum > 1', 1, 'there is no parameter "$maximum"; the rule has $max, $stage'],
    ['traj_tokens > $stage', 15, 'traj_tokens is a number, $stage is not'],
    ['traj_tokens in $allow', 16, 'traj_tokens is a number, $allow is not'],
    ['traj_tokens in $max', 16, '$max is no list'],
    ['$allow == ["go"]', 11, 'a list can be compared with == [] or != [] alone'],
    ['$max', 5, 'an operator was expected after $max'],
  ])('says where it is wrong: %s', (text, character, message) => {
    expect(() => bind(text)).toThrow(`at character ${character}: ${message}`)
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
    ['1 <', 4, 'a value was expected, not the end'],
    ['traj_tokens < shar', 15, 'did you mean share?'],
    ['language == share', 13, 'language is a text; compare it with a text in quotes'],
    ['is_resolved == share', 16, 'is_resolved is a true-or-false column; compare it with true or false'],
    ['language + 1 > 2', 1, 'language is a text; only numbers can be reckoned with'],
    ['share * "2" > 2', 9, '"2" is no number; only numbers can be reckoned with'],
    ['share / 0 > 1', 9, 'nothing can be divided by 0'],
    ['1e300 * 1e300 < share', 1, 'too large a number'],
    ['share + 1', 10, 'an operator was expected after a calculation'],
    ['share + 1 in [1]', 1, 'a calculation cannot be looked for in a list'],
    ['share / traj_tokens == null', 24, 'a calculation cannot be compared with null'],
    ['null < share', 1, 'null has no order'],
    ['1 < "a"', 5, '1 cannot be compared with "a"'],
    ['traj_tokens in 5', 16, '[ was expected, not 5'],
    ['traj_tokens > $max', 15, '$max is a parameter; only rules have them'],
    [`share${' + share'.repeat(101)} > 1`, 809, 'more than 100 calculations'],
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

describe('any expression', () => {
  it('printed and parsed gives the same tree', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
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
      '+',
      '/',
      '$max',
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
      fc.string({ unit: 'binary', maxLength: 12 }),
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
