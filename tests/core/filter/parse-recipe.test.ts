import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecipe, type RecipeStep, ruleVersions } from '#filter'
import { type Fault, FaultError } from '#record'
import { bundledBook } from '../../support/rule-book.ts'

const TUTORIAL = `
name: mine
description: Short and solved.
steps:
  - rule: resolved-label   # only solved ones
    keep: [1]
  - rule: token-limit
    max: 16000
  - rule: patch-present
    enabled: false
`

/** What a file says of its steps. */
function given(steps: RecipeStep[] = []) {
  return steps.map(({ rule, parameters, enabled }) => ({ rule, parameters, enabled }))
}

function faultOf(text: string, fileName = 'mine.yaml'): Fault {
  try {
    parseRecipe(text, fileName, bundledBook)
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    throw error
  }
  throw new Error('the recipe was accepted')
}

describe('a recipe file', () => {
  it('is read from YAML, with defaults filled in and the text kept', () => {
    const recipe = parseRecipe(TUTORIAL, 'mine.yaml', bundledBook)
    expect(recipe).toMatchObject({ name: 'mine', description: 'Short and solved.', text: TUTORIAL })
    expect(given(recipe.steps)).toEqual([
      { rule: 'resolved-label', parameters: { keep: [1] }, enabled: true },
      { rule: 'token-limit', parameters: { max: 16_000, measure: 'traj_tokens' }, enabled: true },
      { rule: 'patch-present', parameters: {}, enabled: false },
    ])
    expect(ruleVersions(recipe)).toEqual({ 'resolved-label': 1, 'token-limit': 1 })
  })

  it('is read from JSON with tabs and with comments of either kind', () => {
    const json =
      '// mine\n{\n\t"steps": [ # the list\n\t\t{"rule": "token-limit", /* short */ "max": 16000},\n\t\t{"rule": "languages", "allow": ["a//b"]}\n\t]\n}\n'
    expect(parseRecipe(json, '/somewhere/mine.json', bundledBook)).toMatchObject({
      name: 'mine',
      steps: [{ parameters: { max: 16_000 } }, { parameters: { allow: ['a//b'] } }],
    })
  })

  it('takes a byte order mark and Windows line ends', () => {
    expect(parseRecipe(`\uFEFF${TUTORIAL.replaceAll('\n', '\r\n')}`, 'mine.yaml', bundledBook).steps).toHaveLength(3)
  })
})

describe('a recipe file that is wrong', () => {
  it.each([
    [
      'an unknown rule',
      'steps:\n  - rule: token-limt\n',
      2,
      'there is no rule "token-limt"; did you mean token-limit? The rules are resolved-label',
    ],
    [
      'an unknown parameter',
      'steps:\n  - rule: token-limit\n    max: 1\n    maximum: 2\n',
      4,
      'token-limit has no field "maximum"; it takes max, measure, rule, enabled',
    ],
    ['a wrong type', 'steps:\n  - rule: token-limit\n    max: lots\n', 3, '"max" of token-limit must be a whole number from 1 to'],
    ['a value out of range', 'steps:\n  - rule: token-limit\n    max: 0\n', 3, '"max" of token-limit must be a whole number from 1 to'],
    [
      'a label there is not',
      'steps:\n  - rule: resolved-label\n    keep:\n      - 1\n      - 2\n',
      5,
      'must be a list of one or more of 1 (resolved)',
    ],
    ['no label at all', 'steps:\n  - rule: resolved-label\n    keep: []\n', 3, 'must be a list of one or more of 1 (resolved)'],
    ['an unknown measure', 'steps:\n  - rule: token-limit\n    measure: words\n', 3, 'must be one of traj_tokens'],
    ['a switch that is no boolean', 'steps:\n  - rule: patch-present\n    enabled: no\n', 3, '"enabled" must be true or false'],
    ['a field given twice', 'steps:\n  - rule: token-limit\n    max: 1\n    max: 2\n', 4, 'given twice'],
    ['a hostile key', 'steps:\n  - rule: patch-present\n    __proto__: {}\n', 3, 'no field is called "__proto__"'],
    ['no steps', 'name: mine\nsteps: []\n', 2, '"steps" is empty'],
    ['missing steps', 'name: mine\n', 1, '"steps" must be a list of steps'],
    ['a step without rule', 'steps:\n  - rule: patch-present\n  - max: 3\n', 3, 'every step names its rule'],
    [
      'an unknown field',
      'steps:\n  - rule: patch-present\nstep: 1\n',
      3,
      'a recipe has no field "step"; did you mean steps? It takes name, description, steps',
    ],
    ['an empty file', '', 1, 'the file is empty'],
    ['a file of comments', '# later\n', 1, 'the file is empty, or all of it is comments'],
    ['a text alone', 'token-limit', 1, 'a recipe is a mapping with name, description, steps'],
    ['no text at all', 'PAR1\0\0', 1, 'no text in UTF-8'],
    ['a text that wants quotes', 'steps:\n  - rule: expression\n    title: {a} b\n', 3, 'stands in quotes'],
    ['fields that do not line up', 'steps:\n  - rule: patch-present\n     enabled: true\n', 2, 'begin in the same column'],
    ['broken YAML', 'steps:\n  - {rule: token-limit\n', 3, 'Flow map'],
    ['two documents', 'steps: [{rule: patch-present}]\n---\nsteps: []\n', 2, 'one document'],
    ['brackets without end', '['.repeat(100_000), 1, 'more than 50 deep'],
    ['list marks without end', '- '.repeat(90_000), 1, 'more than 50 deep'],
    ['another file altogether', 'x'.repeat(300_000), 1, '300,000 characters'],
    ['aliases that explode', `a: &a [${'x,'.repeat(99)}x]\nb: &b [${'*a,'.repeat(99)}*a]\nc: [${'*b,'.repeat(99)}*b]\n`, 1, 'alias'],
  ])('names line, culprit and what is allowed: %s', (_, text, line, message) => {
    const problem = faultOf(text)
    expect(problem).toMatchObject({ kind: 'recipe-invalid', culprit: `mine.yaml:${line}` })
    expect(problem.message).toContain(`mine.yaml, line ${line}: `)
    expect(problem.message).toContain(message)
    expect(problem.remedy).toBeTruthy()
  })

  it('tells every mistake at once, by line', () => {
    const { message } = faultOf('steps:\n  - rule: nope\n  - rule: token-limit\n    max: 0\n    foo: 1\n')
    expect(message.split('\n').map((line) => line.slice(0, 20))).toEqual([
      'mine.yaml, line 2: t',
      'mine.yaml, line 4: "',
      'mine.yaml, line 5: t',
    ])
  })

  it('never throws anything but a Fault', () => {
    const piece = fc.constantFrom(
      'steps:',
      '\n',
      '  ',
      '- ',
      'rule: ',
      'token-limit',
      'max: ',
      '1',
      '{',
      '}',
      '[',
      ']',
      '*a',
      '&a ',
      '!!binary x',
      '? ',
      ': ',
      '"',
      '//',
      '/*',
      '#',
      '\t',
      '<<: ',
      '---\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (source) => {
        try {
          parseRecipe(source, 'any.yaml', bundledBook)
        } catch (error) {
          expect(error).toBeInstanceOf(FaultError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the hash of a recipe', () => {
  const hash = (text: string) => parseRecipe(text, 'any.yaml', bundledBook).hash
  const plain = hash('steps:\n  - rule: token-limit\n    max: 32000\n  - rule: languages\n    allow: [go, rust]\n')

  it('does not see name, comments, form, order of fields, order inside sets, or steps that are off', () => {
    const other =
      '{"name": "x", "description": "y", "steps": [{"max": 32e3, "measure": "traj_tokens", "rule": "token-limit"}, {"rule": "patch-present", "enabled": false}, {"rule": "languages", "allow": ["Rust", "go", "go"]}]} # end'
    expect(hash(other)).toBe(plain)
  })

  it('sees parameters and the order of steps', () => {
    expect(hash('steps: [{rule: token-limit, max: 32001}, {rule: languages, allow: [go, rust]}]')).not.toBe(plain)
    expect(hash('steps: [{rule: languages, allow: [go, rust]}, {rule: token-limit}]')).not.toBe(plain)
  })
})
