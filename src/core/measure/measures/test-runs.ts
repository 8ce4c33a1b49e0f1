import type { Example, TallyEntry } from '#record'
import { callFactsOf } from '../run-facts.ts'
import { sumTally } from '../sum-tally.ts'
import type { Measure, TallyMeasure } from '../types.ts'
import { endsItself } from './run-end.ts'

const RUN = 'a command that only asks (--version, --collect-only) is no run.'
const FAIL = 'by the exit code or error mark of the result, or by the runner’s own summary (“3 failed”).'

/** Tests run by the agent, whatever the language. */
export const testMeasures: readonly Measure[] = [
  {
    id: 'test_runs',
    version: 2,
    label: 'Test runs',
    unit: 'calls',
    type: 'integer',
    group: 'calls',
    help: `Calls that run tests: pytest, go test, cargo test, npm test, mvn test and their like, or a file of tests by itself; ${RUN}`,
    compute: ({ example }) => callFactsOf(example).filter((call) => call.isTest).length,
  },
  {
    id: 'failed_test_runs',
    version: 1,
    label: 'Test runs failed',
    unit: 'calls',
    type: 'integer',
    group: 'calls',
    help: `Calls that ran tests which failed, ${FAIL}`,
    compute: ({ example }) => callFactsOf(example).filter((call) => call.tests === 'failed').length,
  },
  {
    id: 'tests_after_last_edit',
    version: 2,
    label: 'Tests after last edit',
    unit: '',
    type: 'boolean',
    group: 'run',
    help: 'True when tests ran after (or in) the last call that changed files, whatever their outcome; empty when nothing was changed.',
    compute: ({ example }) => afterLastEdit(example)?.some((call) => call.isTest) ?? null,
  },
  {
    id: 'verified_before_submit',
    version: 1,
    label: 'Verified before submit',
    unit: '',
    type: 'boolean',
    group: 'run',
    help: 'True when the agent handed its work in and a test run passed after (or in) the last call that changed files; empty when nothing was changed.',
    compute: ({ example }) => {
      const calls = afterLastEdit(example)
      return calls === null ? null : endsItself(example) && calls.some((call) => call.tests === 'passed')
    },
  },
]

/** Test runs by what runs them. */
export const testEcosystems: TallyMeasure = {
  id: 'test_ecosystems',
  version: 1,
  label: 'Test runs by runner',
  unit: 'runner',
  type: 'tally',
  group: 'calls',
  help: `Calls that run tests by what runs them (pytest, go test, npm test, make test ...; “test file” for one run by itself, “script” for a repository’s own runner), and how many failed; ${RUN}`,
  amounts: [
    { id: 'runs', label: 'Runs', unit: 'calls' },
    { id: 'failed', label: 'Failed', unit: 'calls' },
  ],
  compute: ({ example }) => sumTally(runsOf(example)),
}

function runsOf(example: Example): TallyEntry[] {
  return callFactsOf(example).flatMap(({ ecosystems, tests }) =>
    ecosystems.map((key) => ({ key, amounts: [1, tests === 'failed' ? 1 : 0] })),
  )
}

/** The last call that changed files and all after it; null when none did. */
function afterLastEdit(example: Example): ReturnType<typeof callFactsOf> | null {
  const calls = callFactsOf(example)
  const lastEdit = calls.findLastIndex((call) => call.isEdit)
  return lastEdit === -1 ? null : calls.slice(lastEdit)
}
