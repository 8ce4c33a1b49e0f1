import { stepsOf } from '#parse'
import { callFactsOf } from '../run-facts.ts'
import type { Measure, Subject } from '../types.ts'

/** How the run went, in calls. */
export const callCounts: readonly Measure[] = [
  counting('steps', 'Steps', 'steps', 'Assistant turns.', ({ example }) => stepsOf(example.messages).length),
  counting(
    'calls',
    'Calls',
    'calls',
    'Tool calls of all turns, structured or written as text.',
    ({ example }) => callFactsOf(example).length,
  ),
  counting(
    'failed_calls',
    'Calls failed',
    'calls',
    'Calls whose result states an error or an exit code other than 0.',
    ({ example }) => callFactsOf(example).filter((call) => call.isFailed).length,
  ),
  counting(
    'test_runs',
    'Test runs',
    'calls',
    'Calls that run tests: pytest, go test, cargo test, npm test, mvn test and their like.',
    ({ example }) => callFactsOf(example).filter((call) => call.isTest).length,
  ),
  counting(
    'edits',
    'Edits',
    'calls',
    'Calls that change files: by an edit tool, sed -i, a patch, or text sent into a file.',
    ({ example }) => callFactsOf(example).filter((call) => call.isEdit).length,
  ),
  counting(
    'truncated_results',
    'Results cut',
    'messages',
    'Tool results the harness cut short.',
    ({ example }) => example.messages.filter((message) => message.result?.isTruncated).length,
  ),
]

function counting(id: string, label: string, unit: string, help: string, compute: (subject: Subject) => number): Measure {
  return { id, version: 1, label, unit, type: 'integer', group: 'calls', help, compute }
}
