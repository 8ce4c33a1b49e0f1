import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { Example } from '#record'
import { parseExample } from '../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const runs: Example[] = sharedFiles('messages-r3').flatMap((file) =>
  sharedRows(file).map((value, row) => parseExample(value, { file, row })),
)

describe.skipIf(!hasSharedData)(hasSharedData ? 'measures of real runs' : 'measures of real runs (skipped: no ../shared/data)', () => {
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
    const [run] = runs.filter((example) => example.id.startsWith(id))
    expect(run && measureExample(run)).toMatchObject(expected)
  })
})
