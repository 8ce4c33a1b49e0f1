import { beforeAll, describe, expect, it } from 'vitest'
import { measureExample, measures } from '#measure'
import type { Measurements, TallyEntry } from '#record'
import { parseExample } from '../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../support/shared-rows.ts'

/** What one row's measures say. */
interface Said {
  id: string
  harness: string | null
  values: Measurements
  number(measure: string): number
  /** An amount of a tally over its keys; over some of them where they are named. */
  sum(measure: string, amount: number, keys?: readonly string[]): number
}

const only = measures.filter(({ id }) => id !== 'model_tokens').map(({ id }) => id)
let said: Said[] = []

function measureAll(file: string): Said[] {
  return sharedRows(file).map((value, row) => {
    const example = parseExample(value, { file, row, config: file.slice(0, file.indexOf('.')) })
    const values = measureExample(example, { tokenizer: { kind: 'tiktoken', name: 'cl100k_base' }, only })
    return { id: `${file} ${example.id}`, harness: example.harness, ...readers(values) }
  })
}

function readers(values: Measurements): Pick<Said, 'values' | 'number' | 'sum'> {
  return {
    values,
    number: (measure) => Number(values[measure]),
    sum: (measure, amount, keys) =>
      (values[measure] as TallyEntry[])
        .filter(({ key }) => keys?.includes(key) ?? true)
        .reduce((total, { amounts }) => total + (amounts[amount] ?? 0), 0),
  }
}

/** True when these do not fall, from the first to the last. */
const rises = ({ number }: Said, ...ids: string[]) => ids.every((id, at) => at === 0 || number(ids[at - 1] ?? '') <= number(id))

/** True when a measure is what others add up to. */
const adds = ({ number }: Said, total: string, ...parts: string[]) => number(total) === parts.reduce((sum, part) => sum + number(part), 0)

const isTally = (row: Said, tally: string, ...totals: string[]) =>
  totals.every((total, amount) => row.sum(tally, amount) === row.number(total))

const AGREEMENTS: Record<string, (row: Said) => boolean> = {
  'every assistant message is a step, some with calls, fewer with several': (row) =>
    rises(row, 'parallel_turns', 'turns_with_calls', 'steps') && row.number('steps') === row.number('n_assistant'),
  'messages are of a role': (row) => adds(row, 'n_messages', 'n_system', 'n_user', 'n_assistant', 'n_tool'),
  'tools sum to the calls and the failed calls': (row) => isTally(row, 'tools', 'calls', 'failed_calls'),
  'a call with two runners counts under both, any other under one': ({ sum, number }) =>
    sum('test_ecosystems', 0) >= number('test_runs') && sum('test_ecosystems', 1) >= number('failed_test_runs'),
  'runs that failed are test runs, and those are calls': (row) => rises(row, 'failed_test_runs', 'test_runs', 'calls'),
  'an error streak is of failed calls, and there is one where a call failed': (row) =>
    rises(row, 'error_streak', 'failed_calls', 'calls') && row.number('error_streak') > 0 === row.number('failed_calls') > 0,
  'a repeat is of calls': (row) => rises(row, 'repeated_calls', 'calls') && rises(row, 'longest_repeat', 'calls'),
  'nothing comes after the last edit where there is none': ({ number, values }) =>
    (number('edits') === 0) === (values.tests_after_last_edit === null) &&
    (number('edits') === 0) === (values.verified_before_submit === null),
  'files are touched by edits, and a patch has some': ({ number }) =>
    number('edits') > 0 || (number('files_touched') === 0 && number('diff_files') === 0),
  'who verified has finished, and tested after the last edit': ({ values, number }) =>
    values.verified_before_submit !== true ||
    (values.finished === true && values.tests_after_last_edit === true && number('test_runs') > number('failed_test_runs')),
  'who finished has submitted, where the row states no other end': ({ values }) => !values.finished || values.run_end === 'submitted',
  'a run ends in one of five ways': ({ values }) => ['submitted', 'limit', 'error', 'message', 'open'].includes(String(values.run_end)),
  'only OpenHands nudges': ({ harness, number }) => harness === 'openhands' || number('nudges') === 0,
  'the patch by extension, and by status, is the whole patch': (row) =>
    ['patch_extensions', 'patch_statuses'].every((tally) => isTally(row, tally, 'diff_files', 'diff_additions', 'diff_deletions')),
  'files by status are the files added, deleted and renamed': ({ number, sum }) =>
    number('diff_files_added') === sum('patch_statuses', 0, ['added', 'copied']) &&
    number('diff_files_deleted') === sum('patch_statuses', 0, ['deleted']) &&
    number('diff_files_renamed') === sum('patch_statuses', 0, ['renamed']),
  'files of a kind are files of the patch': (row) =>
    ['binary', 'test', 'lock', 'generated', 'scratch'].every((kind) => rises(row, `diff_${kind}_files`, 'diff_files')),
  'only tests means that every file is one': ({ values, number }) =>
    values.only_tests === (number('diff_files') === 0 ? null : number('diff_test_files') === number('diff_files')),
  'churn is lines added and deleted': (row) =>
    adds(row, 'diff_churn', 'diff_additions', 'diff_deletions') && adds(row, 'patch_churn', 'patch_add', 'patch_del'),
  'roles and definitions sum to the full cost': (row) =>
    adds(row, 'full_tokens', 'system_tokens', 'user_tokens', 'assistant_tokens', 'tool_tokens', 'other_tokens', 'tool_definition_tokens'),
  'what the tutorial leaves out is the rest of the full cost, but for what joining contents changes': ({ number }) => {
    const contents = number('full_tokens') - number('reasoning_tokens') - number('call_tokens') - number('tool_definition_tokens')
    return Math.abs(contents - number('traj_tokens')) <= number('n_messages')
  },
  'turns sum to the tokens of the assistant': ({ number }) =>
    Math.abs(number('tokens_per_turn') * number('n_assistant') - number('assistant_tokens')) < 0.001,
  'the largest step is part of the full cost, and a template adds to it': (row) =>
    rises(row, 'largest_step_tokens', 'full_tokens', 'template_tokens_estimate'),
  'turns that think have tokens of reasoning, in a run that thinks': ({ values, number }) =>
    number('thinking_turns') > 0 === number('reasoning_tokens') > 0 && (number('thinking_turns') === 0 || values.is_thinking === true),
}

describe.skipIf(!hasSharedData)(hasSharedData ? 'in every real row' : 'in every real row (skipped: no ../shared/data)', () => {
  beforeAll(() => {
    said = sharedFiles('').flatMap(measureAll)
  }, 120_000)

  it('there is something to agree on', () => {
    expect(said.length).toBeGreaterThan(250)
  })

  it.each(Object.keys(AGREEMENTS))('%s', (agreement) => {
    expect(said.filter((row) => !AGREEMENTS[agreement]?.(row)).map(({ id }) => id)).toEqual([])
  })
})
