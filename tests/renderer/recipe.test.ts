import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  addStep,
  duplicateStep,
  moveStep,
  readHead,
  readSteps,
  removeStep,
  setEnabled,
  setParameter,
} from '../../src/renderer/recipe/edit-recipe-text.ts'
import { faultCharacter, faultLines, faultsByStep } from '../../src/renderer/recipe/fault-lines.ts'
import { stepBlocks } from '../../src/renderer/recipe/step-blocks.ts'

const TEXT = `# Ours.
name: short
steps:
  # Which labels pass.
  - rule: resolved-label
    keep: [1]

  - rule: token-limit # in cl100k_base
    max: 32000
    measure: traj_tokens
  - rule: languages
    allow: []
  - rule: patch-present
`

const rulesOf = (text: string) => readSteps(text)?.map((step) => step.rule)

describe('editing a recipe’s steps', () => {
  it('writes plain YAML', () => {
    const edited = setParameter(setParameter(TEXT, 0, 'keep', [1, -1]), 2, 'allow', ['go', 'c++'])
    expect(parse(edited)).toEqual({
      name: 'short',
      steps: [
        { rule: 'resolved-label', keep: [1, -1] },
        { rule: 'token-limit', max: 32000, measure: 'traj_tokens' },
        { rule: 'languages', allow: ['go', 'c++'] },
        { rule: 'patch-present' },
      ],
    })
  })

  it('touches only the line it is about', () => {
    expect(setParameter(TEXT, 1, 'max', 64000)).toBe(TEXT.replace('32000', '64000'))
  })

  it('adds a parameter that was left to its default', () => {
    expect(readSteps(setParameter('steps:\n  - rule: token-limit\n', 0, 'max', 8000))).toEqual([
      { rule: 'token-limit', enabled: true, parameters: { max: 8000 } },
    ])
  })

  it('switches a step off and on again without a trace', () => {
    const off = setEnabled(TEXT, 3, false)
    expect(readSteps(off)?.[3]).toEqual({ rule: 'patch-present', enabled: false, parameters: {} })
    expect(setEnabled(off, 3, true)).toBe(TEXT)
  })

  it('edits JSON as well', () => {
    const json = '{"steps": [{"rule": "token-limit", "max": 1}, {"rule": "patch-present"}]}'
    expect(readSteps(setParameter(json, 0, 'max', 2))?.[0]?.parameters).toEqual({ max: 2 })
    expect(rulesOf(moveStep(json, 0, 1))).toEqual(['patch-present', 'token-limit'])
    expect(rulesOf(duplicateStep(json, 1))).toEqual(['token-limit', 'patch-present', 'patch-present'])
    expect(rulesOf(addStep(removeStep(json, 0), 1, 'languages'))).toEqual(['patch-present', 'languages'])
  })

  it('leaves text that is no recipe as it is', () => {
    for (const text of ['', 'steps: [', 'steps: 3', '- a', 'steps:\n  - 7']) expect(readSteps(text)).toBeNull()
    for (const edited of [setParameter('steps: [', 0, 'max', 1), moveStep('steps: [', 0, 1), addStep('steps: [', 0, 'x')])
      expect(edited).toBe('steps: [')
  })

  it('moves a step with the comments right above it', () => {
    expect(moveStep(TEXT, 0, 1)).toBe(`# Ours.
name: short
steps:
  - rule: token-limit # in cl100k_base
    max: 32000
    measure: traj_tokens

  # Which labels pass.
  - rule: resolved-label
    keep: [1]
  - rule: languages
    allow: []
  - rule: patch-present
`)
  })

  it('removes a step with its comments, and never the last one', () => {
    expect(removeStep(TEXT, 0)).toBe(TEXT.replace('  # Which labels pass.\n  - rule: resolved-label\n    keep: [1]\n\n', ''))
    expect(removeStep('steps:\n  - rule: a\n', 0)).toBe('steps:\n  - rule: a\n')
  })

  it('adds a step in the manner of the others', () => {
    const added = addStep(TEXT, 4, 'expression', { drop: 'test_runs == 0', title: 'No test: run' })
    expect(added).toContain('  - rule: patch-present\n\n  - rule: expression\n    drop: test_runs == 0\n    title: "No test: run"\n')
    expect(readSteps(added)?.at(-1)?.parameters).toEqual({ drop: 'test_runs == 0', title: 'No test: run' })
  })

  it('reads the head, and says nothing of what is not there', () => {
    expect(readHead(TEXT)).toEqual({ name: 'short', description: null })
    expect(readHead('steps: [')).toEqual({ name: null, description: null })
  })
})

/** A step with comments above, behind and within, a blank line or none below. */
const stepText = fc
  .record({
    above: fc.array(fc.stringMatching(/^[a-z :'"-]{0,12}$/), { maxLength: 2 }),
    rule: fc.stringMatching(/^[a-z]{1,6}$/),
    behind: fc.boolean(),
    max: fc.option(fc.integer()),
    text: fc.option(fc.constantFrom('|\n      a # b\n\n      c', '[1, 2] # why', '"x # y"')),
    isParted: fc.boolean(),
  })
  .map(({ above, rule, behind, max, text, isParted }) =>
    [
      ...above.map((line) => `  # ${line}`),
      `  - rule: r${rule}${behind ? ' # inline' : ''}`,
      ...(max === null ? [] : [`    max: ${max}`]),
      ...(text === null ? [] : [`    text: ${text}`]),
      ...(isParted ? [''] : []),
    ].join('\n'),
  )

const recipeText = fc
  .tuple(fc.array(stepText, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([steps, hasFoot]) => `# head\nname: n\n\nsteps:\n${steps.join('\n')}\n${hasFoot ? '  # foot\n# end\n' : ''}`)

const sorted = (text: string) => text.split('\n').sort()

describe('any recipe', () => {
  it('keeps every line when a step is moved, and has its steps in the new order', () => {
    fc.assert(
      fc.property(recipeText, fc.nat(4), fc.nat(4), (text, a, b) => {
        const steps = readSteps(text) ?? []
        const [from, to] = [a % steps.length, b % steps.length]
        const moved = moveStep(text, from, to)
        const order = [...steps]
        order.splice(to, 0, ...order.splice(from, 1))
        expect(readSteps(moved)).toEqual(order)
        expect(sorted(moved)).toEqual(sorted(text))
        expect(moveStep(moved, to, from)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same again after a step was added or doubled and removed', () => {
    fc.assert(
      fc.property(recipeText, fc.nat(4), (text, a) => {
        const steps = readSteps(text) ?? []
        const at = a % steps.length
        const doubled = duplicateStep(text, at)
        expect(readSteps(doubled)).toEqual([...steps.slice(0, at + 1), steps[at], ...steps.slice(at + 1)])
        expect(readSteps(removeStep(doubled, at + 1))).toEqual(steps)
        const added = addStep(text, at, 'added', { max: 3, allow: ['a: b'] })
        expect(readSteps(added)?.[at]).toEqual({ rule: 'added', enabled: true, parameters: { max: 3, allow: ['a: b'] } })
        expect(readSteps(removeStep(added, at))).toEqual(steps)
      }),
      { numRuns: 60 },
    )
  })

  it('loses with a step its own lines alone', () => {
    fc.assert(
      fc.property(recipeText, fc.nat(4), (text, a) => {
        const steps = readSteps(text) ?? []
        const at = a % steps.length
        const block = stepBlocks(text)?.[at]
        const lost = steps.length === 1 || !block ? [] : text.split('\n').slice(block.start, block.end)
        const left = sorted(removeStep(text, at))
        expect([...left, ...lost].filter(Boolean).sort()).toEqual(sorted(text).filter(Boolean))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the lines a refusal names', () => {
  it('are found in its message', () => {
    expect(faultLines('a.yaml, line 7: no field "max".\na.yaml, line 12: no rule "x".')).toEqual([7, 12])
    expect(faultLines('The file is empty.')).toEqual([])
  })

  it('are told at the step they lie in', () => {
    const message = 'a.yaml, line 6: keep is empty.\na.yaml, line 9: max must be whole.\na.yaml, line 2: no name.'
    expect(faultsByStep(message, stepBlocks(TEXT) ?? [])).toEqual([['keep is empty.'], ['max must be whole.'], [], []])
  })

  it('may name a character of a condition', () => {
    expect(faultCharacter('The condition is wrong at character 12: a number is missing.')).toBe(11)
    expect(faultCharacter('no place')).toBeNull()
  })
})
