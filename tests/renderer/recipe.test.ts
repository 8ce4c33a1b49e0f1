import { describe, expect, it } from 'vitest'
import { parseRecipe } from '#filter'
import { readSteps, setEnabled, setParameter } from '../../src/renderer/recipe/edit-recipe-text.ts'
import { faultLines } from '../../src/renderer/recipe/fault-lines.ts'

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

describe('editing a recipe’s steps', () => {
  it('writes text that the recipe reader understands', () => {
    const edited = setParameter(setParameter(TEXT, 0, 'keep', [1, -1]), 2, 'allow', ['go', 'c++'])
    expect(parseRecipe(edited, 'short.yaml').steps.map((step) => step.parameters)).toEqual([
      { keep: [1, -1] },
      { max: 32000, measure: 'traj_tokens' },
      { allow: ['c++', 'go'] },
      {},
    ])
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
    expect(readSteps(setParameter('{"steps": [{"rule": "token-limit", "max": 1}]}', 0, 'max', 2))?.[0]?.parameters).toEqual({ max: 2 })
  })

  it('leaves text that is no recipe as it is', () => {
    for (const text of ['', 'steps: [', 'steps: 3', '- a', 'steps:\n  - 7']) expect(readSteps(text)).toBeNull()
    expect(setParameter('steps: [', 0, 'max', 1)).toBe('steps: [')
  })
})

describe('the lines a refusal names', () => {
  it('are found in its message', () => {
    expect(faultLines('a.yaml, line 7: no field "max".\na.yaml, line 12: no rule "x".')).toEqual([7, 12])
    expect(faultLines('The file is empty.')).toEqual([])
  })
})
