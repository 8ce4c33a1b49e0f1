import { stepsOf } from '#parse'
import type { MeasureGroup } from '#record'
import { callFactsOf } from '../run-facts.ts'
import type { Measure, Subject } from '../types.ts'

/** Turns of the agent and what they call. */
export const callCounts: readonly Measure[] = [
  counting('steps', 1, 'Steps', 'steps', 'run', 'Assistant turns.', ({ example }) => stepsOf(example.messages).length),
  counting(
    'turns_with_calls',
    1,
    'Turns with calls',
    'steps',
    'run',
    'Assistant turns that call at least one tool.',
    ({ example }) => example.messages.filter(({ calls }) => calls.length > 0).length,
  ),
  counting(
    'parallel_turns',
    1,
    'Parallel turns',
    'steps',
    'run',
    'Assistant turns with more than one call.',
    ({ example }) => example.messages.filter(({ calls }) => calls.length > 1).length,
  ),
  counting(
    'calls',
    1,
    'Calls',
    'calls',
    'calls',
    'Tool calls of all turns, structured or written as text.',
    ({ example }) => callFactsOf(example).length,
  ),
  counting(
    'failed_calls',
    2,
    'Calls failed',
    'calls',
    'calls',
    'Calls whose result states an exit code other than 0 or carries its harness’s error mark; where no exit code is told, also commands that end in a complaint.',
    ({ example }) => callFactsOf(example).filter((call) => call.isFailed).length,
  ),
  counting(
    'edits',
    2,
    'Edits',
    'calls',
    'calls',
    'Calls that changed files: by an edit tool that did not fail, sed -i, a patch, or text sent into a file.',
    ({ example }) => callFactsOf(example).filter((call) => call.isEdit).length,
  ),
  counting(
    'truncated_results',
    2,
    'Results cut',
    'messages',
    'calls',
    'Tool results the harness cut short, or showed abbreviated.',
    ({ example }) => example.messages.filter((message) => message.result?.isTruncated).length,
  ),
  counting(
    'dangling_calls',
    1,
    'Calls without result',
    'calls',
    'calls',
    'Calls that nothing answers; those that hand the work in do not count.',
    ({ example }) => callFactsOf(example).filter(({ call, isEnd }) => call.resultIndex === null && !isEnd).length,
  ),
  counting(
    'unasked_results',
    1,
    'Results without call',
    'messages',
    'calls',
    'Tool results that answer no call.',
    ({ example }) => example.messages.filter(({ result }) => result !== null && result.call === null).length,
  ),
]

function counting(
  id: string,
  version: number,
  label: string,
  unit: string,
  group: MeasureGroup,
  help: string,
  compute: (subject: Subject) => number,
): Measure {
  return { id, version, label, unit, type: 'integer', group, help, compute }
}
