import { beforeAll, describe, expect, it } from 'vitest'
import { measureExample, measures } from '#measure'
import { parseRow } from '#parse'
import type { Measurements, TallyEntry } from '#record'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

interface Measured {
  id: string
  harness: string | null
  values: Measurements
}

const only = measures.filter(({ group, unit }) => (group === 'run' || group === 'calls') && unit !== 'tokens').map(({ id }) => id)
let runs: Measured[] = []

function measureAll(file: string): Measured[] {
  return sharedRows(file).flatMap((value, row) => {
    const parsed = parseRow({ value, ref: { sourceId: 's1', uri: file, revision: null, file, row }, hints: { config: null, split: null } })
    if (parsed.kind === 'rejection') throw new Error(parsed.rejection.reason)
    const { example } = parsed
    const values = measureExample(example, { tokenizer: { kind: 'tiktoken', name: 'o200k_base' }, only })
    return [{ id: example.id, harness: example.harness, values }]
  })
}

const number = (values: Measurements, id: string) => Number(values[id])
const tally = (values: Measurements, id: string, amount: number) =>
  (values[id] as TallyEntry[]).reduce((sum, { amounts }) => sum + (amounts[amount] ?? 0), 0)

describe.skipIf(!hasSharedData)(hasSharedData ? 'measures of real runs' : 'measures of real runs (skipped: no ../shared/data)', () => {
  beforeAll(() => {
    runs = sharedFiles('messages-r3').flatMap(measureAll)
  }, 120_000)

  /** Counted by eye, turn by turn. */
  it.each<[string, Record<string, unknown>]>([
    [
      '05fea629',
      {
        ...{ steps: 11, calls: 11, failed_calls: 1, edits: 3, test_runs: 0, files_read: 1, files_touched: 2, searches: 1 },
        ...{ repeated_calls: 0, run_end: 'submitted', tests_after_last_edit: false, verified_before_submit: false },
      },
    ],
    [
      '22a19985',
      {
        ...{ steps: 21, calls: 21, failed_calls: 2, edits: 5, test_runs: 6, failed_test_runs: 1, files_read: 2, files_touched: 2 },
        ...{ truncated_results: 2, repeated_calls: 1, run_end: 'submitted', verified_before_submit: true, nudges: 0 },
      },
    ],
    [
      '4f8e8e52',
      {
        ...{ steps: 28, parallel_turns: 2, calls: 32, failed_calls: 8, edits: 7, test_runs: 7, failed_test_runs: 2, files_read: 3 },
        ...{ searches: 2, repeated_calls: 1, error_streak: 3, truncated_results: 1, run_end: 'submitted' },
      },
    ],
    [
      '55e69df5',
      {
        calls: 44,
        failed_calls: 9,
        edits: 16,
        test_runs: 11,
        failed_test_runs: 8,
        searches: 1,
        verified_before_submit: true,
        finished: true,
      },
    ],
    ['1c78b6cd', { finished: false, run_end: 'message' }],
    ['409542d8', { finished: false, run_end: 'open', dangling_calls: 1 }],
  ])('say of %s what a person counts', (id, expected) => {
    expect(runs.find((run) => run.id.startsWith(id))?.values).toMatchObject(expected)
  })

  it('agree with one another in every run', () => {
    expect(runs).toHaveLength(154)
    for (const { id, harness, values } of runs) {
      const of = (measure: string) => number(values, measure)
      expect(of('parallel_turns'), id).toBeLessThanOrEqual(of('turns_with_calls'))
      expect(of('turns_with_calls'), id).toBeLessThanOrEqual(of('steps'))
      expect(of('steps'), id).toBe(of('n_assistant'))
      expect(tally(values, 'tools', 0), id).toBe(of('calls'))
      expect(tally(values, 'tools', 1), id).toBe(of('failed_calls'))
      expect(tally(values, 'test_ecosystems', 0), id).toBeGreaterThanOrEqual(of('test_runs'))
      expect(of('failed_test_runs'), id).toBeLessThanOrEqual(of('test_runs'))
      expect(of('error_streak'), id).toBeLessThanOrEqual(of('failed_calls'))
      expect(values.edits === 0, id).toBe(values.tests_after_last_edit === null)
      if (values.verified_before_submit) expect(values, id).toMatchObject({ tests_after_last_edit: true, finished: true })
      if (values.finished) expect(values.run_end, id).toBe('submitted')
      expect(['submitted', 'limit', 'error', 'message', 'open'], id).toContain(values.run_end)
      if (harness !== 'openhands') expect(values.nudges, id).toBe(0)
    }
  })
})
