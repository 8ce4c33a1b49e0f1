import { describe, expect, it } from 'vitest'
import { readLength } from '../../../src/renderer/exporting/options/context-field.tsx'
import { FIRST_PLAN } from '../../../src/renderer/exporting/plan-memory.ts'
import { choiceWords, exportWords, splitWords, trainerWords, whatIsMissing } from '../../../src/renderer/exporting/plan-words.ts'
import { POLICY_WORDS, policyLine } from '../../../src/renderer/exporting/policies/policy-words.ts'
import { progressWords } from '../../../src/renderer/exporting/result/progress-words.ts'
import { templateFacts } from '../../../src/renderer/exporting/templates/template-words.ts'
import type { ExportPreview, Target } from '../../../src/renderer/exporting/types.ts'

const TARGET: Target = {
  id: 'trl',
  title: 'TRL',
  help: '',
  files: [],
  unit: 'example',
  needsTemplate: false,
  needsTokenizer: false,
  says: { reasoning: true, masks: false, tools: true },
  options: ['template', 'contextLength', 'masks', 'overlong'],
}

const row = (split: 'train' | 'validation' | 'test', examples: number) => ({ split, examples, groups: examples, share: 0 })
const previewOf = (part: Partial<ExportPreview>) => ({ chosen: 1204, splits: null, ...part }) as ExportPreview

describe('the button', () => {
  it('says exactly what leaves', () => {
    const rows = [row('train', 1000), row('validation', 100), row('test', 104)]
    expect(exportWords(previewOf({ splits: { rows, without: 0, joined: [], leaks: [] } }), 'example')).toBe(
      'Export 1,204 examples in 3 splits',
    )
    expect(exportWords(previewOf({ chosen: 1 }), 'pair')).toBe('Export 1 pair')
  })

  it('counts no split that stays empty', () => {
    const rows = [row('train', 3), row('validation', 0), row('test', 1)]
    expect(exportWords(previewOf({ chosen: 4, splits: { rows, without: 0, joined: [], leaks: [] } }), 'example')).toBe(
      'Export 4 examples in 2 splits',
    )
  })

  it('is held back by a template that is needed, by nothing to leave and by no folder', () => {
    const plan = FIRST_PLAN
    expect(whatIsMissing(plan, { ...TARGET, needsTemplate: true }, previewOf({}), '/out')).toContain('choose a chat template')
    expect(whatIsMissing(plan, TARGET, previewOf({ chosen: 0 }), '/out')).toContain('Nothing leaves')
    expect(whatIsMissing(plan, TARGET, previewOf({}), ' ')).toContain('folder')
    expect(whatIsMissing(plan, TARGET, previewOf({}), '/out')).toBeNull()
  })
})

describe('a part of the plan in a line', () => {
  it('tells the trainer with the options it has', () => {
    const options = { ...FIRST_PLAN.options, contextLength: 32768, withParquet: true }
    expect(trainerWords({ ...FIRST_PLAN, options }, TARGET, [])).toBe('TRL · 32,768 tokens')
  })

  it('tells what leaves and how it is divided', () => {
    const choice = { ...FIRST_PLAN.choice, caps: [{ per: 'repo' as const, most: 3 }], limit: 500 }
    expect(choiceWords(choice)).toBe('kept by recipe and people · 1 cap · at most 500')
    expect(splitWords({ by: 'repo', shares: { train: 0.8, validation: 0.1, test: 0.1 }, seed: 0 })).toBe('80 / 10 / 10 by repository')
    expect(splitWords(null)).toBe('one file, not divided')
  })

  it('names the policies of the target alone, and those that are not as at first', () => {
    expect(policyLine(TARGET, FIRST_PLAN.policies)).toBe('losses leave and are listed')
    expect(policyLine(TARGET, { ...FIRST_PLAN.policies, masks: 'refuse', lost: 'refuse' })).toBe(
      'turns that are context only: refuse the export',
    )
    expect(policyLine({ ...TARGET, options: [] }, FIRST_PLAN.policies)).toBe('nothing to choose for this format')
  })

  it('has the first plan’s policies as the first ways', () => {
    for (const { name, ways } of POLICY_WORDS) expect(ways[0]?.value).toBe(FIRST_PLAN.policies[name])
  })
})

describe('what is typed and told', () => {
  it.each([
    ['', null],
    ['32768', 32768],
    ['32,768', 32768],
    ['0', undefined],
    ['1.5', undefined],
    ['many', undefined],
  ])('a context length of %j is %j', (typed, length) => {
    expect(readLength(typed)).toBe(length)
  })

  it('tells a rate once it means something', () => {
    expect(progressWords({ done: 10, total: 100, seconds: 0.1 })).toBe('10 of 100')
    expect(progressWords({ done: 50, total: 100, seconds: 2 })).toBe('50 of 100 · 25 a second · 2 s left')
  })

  it('tells what a template loses', () => {
    const reasoning = { plain: 'all', laterUser: 'last' } as const
    const facts = templateFacts({ id: 'a', name: 'qwen3', arguments: 'either', reasoning, marksTrained: false, notes: ['no tools'] })
    expect(facts.filter(({ isLoss }) => isLoss).map(({ text }) => text)).toEqual(['of the last turn only', 'no tools'])
  })
})
