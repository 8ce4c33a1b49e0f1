import { callFactsOf } from '../run-facts.ts'
import type { Measure } from '../types.ts'

/** Whether the agent checked its last change. A call that edits and tests in one command counts as tested. */
export const testsAfterLastEdit: Measure = {
  id: 'tests_after_last_edit',
  version: 1,
  label: 'Tests after last edit',
  unit: '',
  type: 'boolean',
  group: 'run',
  help: 'True when tests ran after (or in) the last call that changed files; empty when nothing was changed.',
  compute: ({ example }) => {
    const calls = callFactsOf(example)
    const lastEdit = calls.findLastIndex((call) => call.isEdit)
    return lastEdit === -1 ? null : calls.slice(lastEdit).some((call) => call.isTest)
  },
}

/** Whether the agent ended the run itself. */
export const finished: Measure = {
  id: 'finished',
  version: 1,
  label: 'Finished',
  unit: '',
  type: 'boolean',
  group: 'run',
  help: 'True when the last turn with calls hands the work in: finish, submit, or echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT.',
  compute: ({ example }) => {
    const calls = callFactsOf(example)
    const lastTurn = calls.at(-1)?.messageIndex
    return calls.some((call) => call.messageIndex === lastTurn && call.isEnd)
  },
}
