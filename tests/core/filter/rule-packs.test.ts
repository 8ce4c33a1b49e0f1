import { describe, expect, it } from 'vitest'
import { parseBenchmarkList, parseRecipe, ruleInfo } from '#filter'
import { bookWith, bundledBook } from '../../support/rule-book.ts'
import { askStep } from './ask-step.ts'

const GOOD = `
name: mine
rules:
  - id: few-tests
    version: 2
    title: Few test runs
    help: Drops runs that hardly tested.
    severity: low
    parameters:
      least: { type: integer, default: 1, min: 0, max: 99, help: Fewest test runs that pass. }
    drop: test_runs < $least
    says: "{test_runs} test runs, at least {$least}"
`

/** The pack with one line changed, or more lines behind it. */
function packWith(old: string, changed: string): string {
  if (!GOOD.includes(old)) throw new Error(`the pack has no ${old}`)
  return GOOD.replace(old, changed)
}

const faultsOf = (text: string) => bookWith([{ name: 'mine.yaml', text }]).faults.map(({ message }) => message)

describe("a person's own rule pack", () => {
  it('adds rules that recipes use as they use ours', () => {
    const book = bookWith([{ name: 'mine.yaml', text: GOOD }])
    expect(book.faults).toEqual([])
    expect(askStep('few-tests', { least: 3 }, { values: { test_runs: 2 } }, book)).toBe('2 test runs, at least 3')
    expect(askStep('few-tests', {}, { values: { test_runs: 1 } }, book)).toBeNull()
    const rule = book.find('few-tests')
    expect(rule && ruleInfo(rule)).toEqual({
      id: 'few-tests',
      version: 2,
      title: 'Few test runs',
      help: 'Drops runs that hardly tested.',
      severity: 'low',
      pack: 'mine',
      kind: 'drop',
      when: 'test_runs < $least',
      check: null,
      parameters: [{ name: 'least', type: 'integer', default: 1, min: 0, max: 99, help: 'Fewest test runs that pass.' }],
    })
  })

  it('is part of the hash with what it says, whatever its version', () => {
    const hashWith = (text: string) => parseRecipe('steps: [{rule: few-tests}]', 'r', bookWith([{ name: 'mine.yaml', text }])).hash
    expect(hashWith(packWith('test_runs < $least', 'test_runs <= $least'))).not.toBe(hashWith(GOOD))
    expect(hashWith(`${GOOD}# a comment\n`)).toBe(hashWith(GOOD))
  })

  it.each([
    ['an id of ours', 'id: few-tests', 'id: token-limit', 4, 'there is a rule "token-limit" already, in the pack basics'],
    ['a column there is not', 'drop: test_runs', 'drop: tests_run', 11, 'there is no column "tests_run"; did you mean test_runs?'],
    ['a parameter there is not', '< $least', '< $lest', 11, 'there is no parameter "$lest"; the rule has $least'],
    ['a check there is not', '    drop:', '    check: tests\n    drop:', 11, 'there is no check "tests"; the checks are git-history'],
    [
      'kinds no check gives',
      '    drop:',
      '    check: loops\n    kinds: [circles]\n    drop:',
      12,
      'loops gives no evidence of kind "circles"',
    ],
    [
      'a default out of its range',
      'default: 1,',
      'default: 100,',
      10,
      'the default of "least" of few-tests must be a whole number from 0 to 99',
    ],
    ['a type there is not', 'type: integer', 'type: number', 10, 'must be one of integer, real, boolean'],
    [
      'a range for no number',
      'type: integer, default: 1',
      'type: boolean, default: true',
      10,
      'is a boolean; only numbers have min and max',
    ],
    ['a sentence with a column there is not', '"{test_runs} test', '"{tests} test', 12, '"says" of few-tests: “{tests}” in a text'],
    ['no action', 'drop: test_runs < $least', 'check: loops', 4, 'few-tests must have exactly one of drop, choose, share'],
    [
      'two actions',
      'drop: test_runs',
      'share: {of: language, most: 0.5, seed: 0}\n    drop: test_runs',
      4,
      'exactly one of drop, choose, share',
    ],
    [
      'an unknown field',
      'severity: low',
      'severity: low\n    weight: 2',
      9,
      'few-tests has no field "weight"; it takes id, version, title',
    ],
    ['a severity there is not', 'severity: low', 'severity: bad', 8, 'must be one of high, medium, low'],
    [
      'a choice by a column there is not',
      'drop: test_runs < $least',
      'choose: {per: repo, most: 1, prefer: [most stars], seed: 0}',
      11,
      'no column "stars"; the columns are id',
    ],
    [
      'a choice of half an example',
      'drop: test_runs < $least',
      'choose: {per: repo, most: 0.5, prefer: [], seed: 0}',
      11,
      '"most" must be a whole number from 1, not 0.5',
    ],
    ['a share of nothing', 'drop: test_runs < $least', 'share: {of: language, most: 0, seed: 0}', 11, 'a share above 0 and up to 1, not 0'],
    ['a broken seed', 'drop: test_runs < $least', 'share: {of: language, most: 1, seed: -2}', 11, '"seed" must be a whole number from 0'],
    ['a parameter without its mark', '< $least', '< least', 11, 'no column "least"; the parameter is written $least'],
    [
      'a choice by no preference',
      'drop: test_runs < $least',
      'choose: {per: repo, most: 1, prefer: [shorter], seed: 0}',
      11,
      '"shorter" is no preference',
    ],
    ['no pack at all', 'rules:', 'ruls:', 3, 'a rule pack has no field "ruls"; did you mean rules? It takes name, description, rules'],
  ])('tells file, line and what is allowed of %s, and costs no other rule', (_, old, changed, line, message) => {
    const faults = faultsOf(packWith(old, changed))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`mine.yaml, line ${line}: `)
    expect(faults[0]).toContain(message)
    const book = bookWith([{ name: 'mine.yaml', text: packWith(old, changed) }])
    expect(book.rules).toEqual(bundledBook.rules)
  })

  it('that is broken is told where a recipe asks for its rule', () => {
    const book = bookWith([{ name: 'mine.yaml', text: packWith('drop: test_runs', 'drop: tests_run') }])
    expect(() => parseRecipe('steps: [{rule: few-tests}]', 'r', book)).toThrow(
      /there is no rule "few-tests".*could be read: mine\.yaml, line 11/,
    )
  })

  it('loses its wrong rule alone, and one that stands twice', () => {
    const second = GOOD.slice(GOOD.indexOf('  - id')).replace('few-tests', 'other')
    const book = bookWith([{ name: 'mine.yaml', text: `${packWith('drop: test_runs', 'drop: tests_run')}${second}` }])
    expect(book.find('other')).toBeDefined()
    expect(faultsOf(`${GOOD}${GOOD.slice(GOOD.indexOf('  - id'))}`)[0]).toContain('line 13: there is a rule "few-tests" already')
  })
})

describe('a rule that reads a check', () => {
  it('cannot be asked where that check came to no end', () => {
    const [step] = parseRecipe('steps: [{rule: git-history}]', 'r', bundledBook).steps
    expect(step?.judged.faults).toEqual(['git_history_fault'])
    const [own] = parseRecipe('steps: [{rule: expression, drop: "stalls > 1 and malformed_calls > 0"}]', 'r', bundledBook).steps
    expect(own?.judged.faults).toEqual(['loops_fault', 'call_form_fault'])
  })

  it('asks only the parts its parameters leave', () => {
    expect(askStep('git-history', {}, { values: { git_attempted: 1, git_banned: 0, git_restricted: 1, git_network: 0 } })).toBe(
      "commands that reach for history or the task's own repository: 1 (banned 0, restricted 1, network 0)",
    )
    expect(askStep('git-history', { tiers: ['banned'] }, { values: { git_banned: 0, git_restricted: 1 } })).toBeNull()
    expect(askStep('git-history', { stage: 'used' }, { values: { git_banned: 3, git_used: 0 } })).toBeNull()
    const [step] = parseRecipe('steps: [{rule: git-history, stage: exposed}]', 'r', bundledBook).steps
    expect(step?.judged).toMatchObject({ when: { kind: 'compare', column: 'git_exposed' } })
    expect(step?.kinds).toEqual(['exposed', 'used'])
  })
})

describe('rules that choose', () => {
  it('take their preferences in the order the recipe has them', () => {
    const [step] = parseRecipe('steps: [{rule: instance-cap, most: 2, prefer: [shorter, resolved], seed: 7}]', 'r', bundledBook).steps
    expect(step?.judged).toEqual({
      kind: 'choose',
      key: 'instance-cap',
      faults: [],
      per: 'instance_id',
      most: 2,
      prefer: [
        { column: 'traj_tokens', order: 'least' },
        { column: 'is_resolved', order: 'most' },
      ],
      seed: 7,
    })
  })

  it('hold down every language unless some are named', () => {
    const judged = (step: string) => parseRecipe(`steps: [${step}]`, 'r', bundledBook).steps[0]?.judged
    expect(judged('{rule: language-share}')).toMatchObject({ kind: 'share', of: 'language', most: 0.5, only: null })
    expect(judged('{rule: language-share, only: [Python]}')).toMatchObject({ only: ['python'] })
  })
})

describe("a person's own condition", () => {
  it('is called what they call it, and tells the values it read', () => {
    const step = { drop: 'patch_churn > 2000 and test_runs == 0', title: 'Large and untested' }
    expect(askStep('expression', step, { values: { patch_churn: 2301, test_runs: 0 } })).toBe(
      'Large and untested: patch_churn 2,301, test_runs 0',
    )
    const [parsed] = parseRecipe(JSON.stringify({ steps: [{ rule: 'expression', ...step }] }), 'r', bundledBook).steps
    expect(parsed).toMatchObject({ title: 'Large and untested', summary: 'not where patch_churn > 2000 and test_runs == 0' })
  })

  it('that is wrong is refused with its line and its place', () => {
    expect(() => parseRecipe('steps:\n  - rule: expression\n    drop: patch_chrn > 1\n', 'r', bundledBook)).toThrow(
      /r, line 3: "drop" of expression cannot be read\. The condition is wrong at character 1: there is no column "patch_chrn"/,
    )
  })

  it('may not hang on verdicts or decisions', () => {
    expect(() => parseRecipe('steps: [{rule: expression, drop: decision == "accept"}]', 'r', bundledBook)).toThrow('no column "decision"')
  })
})

describe('benchmark lists', () => {
  const list = parseBenchmarkList('# mine\nOwner__Name-12\nowner/other#3 # why\n\nBig/Repo\n', 'mine.txt')

  it('are tasks in any form, and repositories', () => {
    expect(list).toMatchObject({
      name: 'mine',
      tasks: ['owner/name#12', 'owner/other#3'],
      repositories: ['owner/name', 'owner/other', 'big/repo'],
    })
    expect(() => parseBenchmarkList('owner/name#1\nwhat is this\n', 'mine.txt')).toThrow('mine.txt, line 2: "what is this" is neither')
  })

  it('drop the very task, or the whole repository, in any case', () => {
    const book = bookWith([], [list])
    const values = { task_key: 'owner/name#12' }
    expect(askStep('benchmark-overlap', {}, { values }, book)).toBe('owner/name#12 is a task of mine')
    expect(askStep('benchmark-overlap', {}, { repo: 'Big/Repo', values: { task_key: 'big/repo#1' } }, book)).toBeNull()
    expect(askStep('benchmark-overlap', { by: 'repository' }, { repo: 'Big/Repo' }, book)).toBe('Big/Repo is a repository of mine')
  })

  it('are part of the hash with what they list, and are named in the summary', () => {
    const step = (text: string) =>
      parseRecipe('steps: [{rule: benchmark-overlap}]', 'r', bookWith([], [parseBenchmarkList(text, 'mine.txt')]))
    expect(step('a/b#1\na/b#2').hash).toBe(step('a/b#2\n# why\na/b#1').hash)
    expect(step('a/b#1').hash).not.toBe(step('a/b#2').hash)
    expect(step('a/b#1').steps[0]?.summary).toBe('no task of a benchmark: mine')
    expect(parseRecipe('steps: [{rule: benchmark-overlap}]', 'r', bookWith([], [])).steps[0]?.summary).toBe(
      'there is no list of a benchmark',
    )
  })

  it('that are not there are refused with the names there are', () => {
    expect(() => parseRecipe('steps: [{rule: benchmark-overlap, benchmarks: [swe]}]', 'r', bundledBook)).toThrow(
      /"benchmarks" of benchmark-overlap must be a list of any of swe-bench-lite/,
    )
  })
})

describe('groups of duplicates', () => {
  it('are chosen by, and no condition reads them', () => {
    const [step] = parseRecipe('steps: [{rule: similar-issues}]', 'r', bundledBook).steps
    expect(step?.judged).toMatchObject({ kind: 'choose', per: 'issue_group' })
    expect(() => parseRecipe(`steps: [{rule: expression, drop: 'issue_group == "a"'}]`, 'r', bundledBook)).toThrow(
      'no column "issue_group"',
    )
  })
})
