import { isNudge } from '#parse'
import { type Example, isJsonObject, type Json } from '#record'
import { callFactsOf } from '../run-facts.ts'
import type { Measure } from '../types.ts'

/** How a run ended. */
export type RunEnd = 'submitted' | 'limit' | 'error' | 'message' | 'open'

/** Whether and how the run came to its end. */
export const runEndMeasures: readonly Measure[] = [
  {
    id: 'finished',
    version: 2,
    label: 'Finished',
    unit: '',
    type: 'boolean',
    group: 'run',
    help: 'True when the last turn with calls hands the work in: finish, submit, or echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT.',
    compute: ({ example }) => endsItself(example),
  },
  {
    id: 'run_end',
    version: 1,
    label: 'Run end',
    unit: '',
    type: 'text',
    group: 'run',
    help: 'How the run ended, by the exit status of the row where it has one, else by its last messages: submitted (the agent handed its work in), limit (turns, cost, context or time ran out), error (harness or environment failed), message (a last turn without calls), open (the last call was never answered, or nobody took up its result); empty without assistant turns.',
    compute: ({ example }) => runEndOf(example),
  },
  {
    id: 'nudges',
    version: 1,
    label: 'Nudges',
    unit: 'messages',
    type: 'integer',
    group: 'run',
    help: 'User messages by which OpenHands asks the agent to go on by itself (“Please continue working on the task ...”).',
    compute: ({ example }) => example.messages.filter(isNudge).length,
  },
]

/** True when the last turn with calls hands the work in. */
export function endsItself(example: Example): boolean {
  const calls = callFactsOf(example)
  const lastTurn = calls.at(-1)?.messageIndex
  return calls.some((call) => call.messageIndex === lastTurn && call.isEnd)
}

/** How a run ended; null without assistant turns. */
export function runEndOf(example: Example): RunEnd | null {
  const { messages } = example
  if (!messages.some(({ role }) => role === 'assistant')) return null
  const told = endOfStatus(exitStatusOf(example))
  if (told !== null) return told
  if (endsItself(example)) return 'submitted'
  const last = messages.at(-1)
  if (last?.role !== 'assistant') return endOfWords(last?.content ?? '') ?? 'open'
  return last.calls.length === 0 ? 'message' : 'open'
}

/** `exit_cost`, `submitted (exit_context)`, `LimitsExceeded`, `RuntimeError: Agent reached maximum iteration`. */
const LIMIT = /cost|context|limit|budget|max(?:imum)?[\s_-]*(?:num|iter|turn|step|token)|total_execution_time|timed?[\s_-]*out/i
/** `exit_environment_error`, `exit_format`, `AgentStuckInLoopError`, `RetryError`. */
const ERROR = /error|exception|exit_format|exit_environment|stuck|crash|fail|abort/i
const SUBMITTED = /submit|finish|complet/i

/** What an exit status stands for; a limit that made the harness submit is a limit. Null for one that says none of these. */
function endOfStatus(status: string): RunEnd | null {
  if (LIMIT.test(status)) return 'limit'
  if (ERROR.test(status)) return 'error'
  return SUBMITTED.test(status) ? 'submitted' : null
}

/** The status a row records: `exit_status` beside the run, in a native file's info or last message, or OpenHands' `error`; '' for none. */
export function exitStatusOf({ metadata, extra, messages }: Example): string {
  const last = messages.at(-1)?.extra.extra
  const stated = [metadata.exit_status, extra.exit_status, isJsonObject(last) ? last.exit_status : null, extra.error].find(isText)
  return (stated ?? '').slice(0, 300)
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** What a harness says at last, where it says it in the conversation. */
function endOfWords(text: string): RunEnd | null {
  const head = text.slice(0, 300)
  if (/^\s*(?:Exit(?:ed)? due to (?:cost|context|total execution time)|LimitsExceeded|(?:RuntimeError: )?Agent reached maximum)/.test(head))
    return 'limit'
  return /^\s*(?:Exit(?:ed)? due to|AgentStuckInLoopError|(?:RuntimeError: )?Agent got stuck)/.test(head) ? 'error' : null
}
