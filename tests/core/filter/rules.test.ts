import { describe, expect, it } from 'vitest'
import { RULES, ruleOf } from '#filter'
import type { ExampleRow, Json } from '#record'
import { buildExampleRow } from '../../support/build-example-row.ts'

/** What a rule says of a row, its parameters checked and completed as a recipe's are. */
function findings(rule: string, parameters: Record<string, Json>, row: Partial<ExampleRow>): string[] {
  const checked = ruleOf(rule).schema.parse(parameters)
  return ruleOf(rule)
    .evaluate(buildExampleRow(row), checked)
    .map(({ text }) => text)
}

describe('the label rule', () => {
  it('keeps resolved runs alone unless told otherwise', () => {
    expect(findings('resolved-label', {}, { resolved: 1 })).toEqual([])
    expect(findings('resolved-label', {}, { resolved: 0 })).toEqual(['label is failed (0), the recipe keeps resolved (1)'])
    expect(findings('resolved-label', {}, { resolved: -1 })).toEqual(['label is unknown (-1), the recipe keeps resolved (1)'])
  })

  it('keeps whichever of the three labels the recipe names', () => {
    expect(findings('resolved-label', { keep: [-1, 1] }, { resolved: -1 })).toEqual([])
    expect(findings('resolved-label', { keep: [-1, 1] }, { resolved: 0 })).toEqual([
      'label is failed (0), the recipe keeps resolved (1), unknown (-1)',
    ])
  })
})

describe('the token limit', () => {
  it('lets the limit itself pass and drops one token more', () => {
    expect(findings('token-limit', {}, { values: { traj_tokens: 32_000 } })).toEqual([])
    expect(findings('token-limit', {}, { values: { traj_tokens: 33_940 } })).toEqual(['33,940 tokens, limit 32,000'])
  })

  it("names the count when it is not the tutorial's", () => {
    const parameters = { max: 10, measure: 'reasoning_tokens' }
    expect(findings('token-limit', parameters, { values: { reasoning_tokens: 1200 } })).toEqual([
      '1,200 tokens (reasoning_tokens), limit 10',
    ])
  })

  it('does not keep an example whose tokens nobody counted', () => {
    expect(findings('token-limit', {}, { values: { traj_tokens: null } })).toEqual(['traj_tokens has no value here, limit 32,000'])
  })
})

describe('the language rule', () => {
  it('lets all through when the list is empty', () => {
    expect(findings('languages', {}, { language: null })).toEqual([])
  })

  it('compares without case and names what is allowed', () => {
    expect(findings('languages', { allow: ['Python', 'go'] }, { language: 'python' })).toEqual([])
    expect(findings('languages', { allow: ['Python', 'go'] }, { language: 'rust' })).toEqual([
      'language is rust, the recipe allows go, python',
    ])
  })

  it('counts a row without language as unknown, as the tutorial does', () => {
    expect(findings('languages', { allow: ['unknown'] }, { language: null })).toEqual([])
    expect(findings('languages', { allow: ['go'] }, { language: null })).toEqual(['language is unknown, the recipe allows go'])
  })
})

describe('the patch rule', () => {
  it('drops a run that changed nothing', () => {
    const values = { patch_files: 0, patch_churn: 0, diff_files: 0 }
    expect(findings('patch-present', {}, { values })).toEqual(['the patch is empty: 0 files, 0 changed lines'])
  })

  it('keeps a patch that only changes a mode, and one without git headers', () => {
    expect(findings('patch-present', {}, { values: { patch_files: 1, patch_churn: 0 } })).toEqual([])
    expect(findings('patch-present', {}, { values: { patch_files: 0, patch_churn: 4 } })).toEqual([])
  })
})

describe('every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s accepts its own defaults and says them in words', (_, rule) => {
    const defaults = Object.fromEntries(rule.parameters.map((parameter) => [parameter.name, parameter.default]))
    expect(rule.schema.parse({})).toEqual(rule.schema.parse(defaults))
    expect(rule.summarize(rule.schema.parse({}))).toMatch(/\w/)
  })
})
