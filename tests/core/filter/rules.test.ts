import { describe, expect, it } from 'vitest'
import { parseRecipe } from '#filter'
import { bundledBook } from '../../support/rule-book.ts'
import { askStep } from './ask-step.ts'

describe('the label rule', () => {
  it('keeps resolved runs alone unless told otherwise', () => {
    expect(askStep('resolved-label', {}, { resolved: 1 })).toBeNull()
    expect(askStep('resolved-label', {}, { resolved: 0 })).toBe('label is failed (0), the recipe keeps resolved (1)')
    expect(askStep('resolved-label', {}, { resolved: -1 })).toBe('label is unknown (-1), the recipe keeps resolved (1)')
  })

  it('keeps whichever of the three labels the recipe names', () => {
    expect(askStep('resolved-label', { keep: [-1, 1] }, { resolved: -1 })).toBeNull()
    expect(askStep('resolved-label', { keep: [-1, 1] }, { resolved: 0 })).toBe(
      'label is failed (0), the recipe keeps resolved (1), unknown (-1)',
    )
  })
})

describe('the token limit', () => {
  it('lets the limit itself pass and drops one token more', () => {
    expect(askStep('token-limit', {}, { values: { traj_tokens: 32_000 } })).toBeNull()
    expect(askStep('token-limit', {}, { values: { traj_tokens: 33_940 } })).toBe('33,940 tokens, limit 32,000')
  })

  it("names the count when it is not the tutorial's", () => {
    const parameters = { max: 10, measure: 'reasoning_tokens' }
    expect(askStep('token-limit', parameters, { values: { reasoning_tokens: 1200 } })).toBe('1,200 tokens (reasoning_tokens), limit 10')
  })

  it('does not keep an example whose tokens nobody counted', () => {
    expect(askStep('token-limit', {}, { values: { traj_tokens: null } })).toBe('traj_tokens has no value here, limit 32,000')
  })
})

describe('the language rule', () => {
  it('lets all through when the list is empty', () => {
    expect(askStep('languages', {}, { language: null })).toBeNull()
  })

  it('compares without case and names what is allowed', () => {
    expect(askStep('languages', { allow: ['Python', 'go'] }, { language: 'python' })).toBeNull()
    expect(askStep('languages', { allow: ['Python', 'go'] }, { language: 'rust' })).toBe('language is rust, the recipe allows go, python')
  })

  it('counts a row without language as unknown, as the tutorial does', () => {
    expect(askStep('languages', { allow: ['unknown'] }, { language: null })).toBeNull()
    expect(askStep('languages', { allow: ['go'] }, { language: null })).toBe('language is unknown, the recipe allows go')
  })
})

describe('the patch rule', () => {
  it('drops a run that changed nothing', () => {
    const values = { patch_files: 0, patch_churn: 0, diff_files: 0 }
    expect(askStep('patch-present', {}, { values })).toBe('no patch, or an empty one: 0 files, 0 changed lines')
  })

  it('keeps a patch that only changes a mode, and one without git headers', () => {
    expect(askStep('patch-present', {}, { values: { patch_files: 1, patch_churn: 0 } })).toBeNull()
    expect(askStep('patch-present', {}, { values: { patch_files: 0, patch_churn: 4 } })).toBeNull()
  })
})

describe('the rule about tests', () => {
  it('lets tests of the agent’s own pass unless all are counted', () => {
    const values = { existing_tests_touched: 0, test_paths_touched: 2 }
    expect(askStep('test-patch-edits', {}, { values })).toBeNull()
    expect(askStep('test-patch-edits', { count: 'all' }, { values })).toBe('tests the patch touches or adds: 2, limit 0')
    expect(askStep('test-patch-edits', {}, { values: { ...values, existing_tests_touched: 1 } })).toBe(
      'existing tests the patch touches: 1, limit 0',
    )
  })
})

describe('the rule about concurrency', () => {
  it('judges the harnesses it names', () => {
    const run = { harness: 'openhands', values: { illegal_concurrent_turns: 1 } }
    expect(askStep('concurrent-calls', {}, run)).toBe('turns of several calls where openhands has one a turn: 1, limit 0')
    expect(askStep('concurrent-calls', { harnesses: ['sweagent'] }, run)).toBeNull()
  })
})

describe('the rule about benchmarks', () => {
  it('names the lists that hold the task', () => {
    const values = { task_key: 'astropy/astropy#12907' }
    expect(askStep('benchmark-overlap', {}, { values })).toBe('astropy/astropy#12907 is a task of swe-bench-lite, swe-bench-verified')
    const other = { repo: 'Astropy/Astropy', values: { task_key: 'astropy/astropy#1' } }
    expect(askStep('benchmark-overlap', { by: 'repository', benchmarks: ['swe-bench-lite'] }, other)).toBe(
      'Astropy/Astropy is a repository of swe-bench-lite',
    )
  })
})

describe('the rules that ship', () => {
  it('all hold together with the measures, checks and lists there are', () => {
    expect(bundledBook.faults).toEqual([])
  })

  it.each(bundledBook.rules.map((rule) => [rule.id, rule] as const))(
    '%s means the same without parameters as with its defaults, and says them in words',
    (id, rule) => {
      const defaults = Object.fromEntries(rule.parameters.map((parameter) => [parameter.name, parameter.default]))
      const [bare, full] = [{ rule: id }, { rule: id, ...defaults }].map((step) =>
        parseRecipe(JSON.stringify({ steps: [step] }), 'one', bundledBook),
      )
      expect(bare?.hash).toBe(full?.hash)
      expect(bare?.steps[0]?.summary).toMatch(/\w/)
    },
  )
})
