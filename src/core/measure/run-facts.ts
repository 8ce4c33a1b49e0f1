import type { Call, Example } from '#record'
import { editsFiles } from './shell/edits-files.ts'
import { runsTests } from './shell/is-test-command.ts'
import { listCommands } from './shell/list-commands.ts'
import { submitsRun } from './shell/submits-run.ts'

/** What a call was for, told from its act and its shell commands. */
export interface CallFacts {
  messageIndex: number
  isTest: boolean
  isEdit: boolean
  isEnd: boolean
  /** Its result says it failed. */
  isFailed: boolean
}

const known = new WeakMap<Example, CallFacts[]>()

/** Every call of an example in order. Shell commands are parsed once an example, however many measures ask. */
export function callFactsOf(example: Example): readonly CallFacts[] {
  const facts =
    known.get(example) ?? example.messages.flatMap((message) => message.calls.map((call) => factsOf(example, message.index, call)))
  known.set(example, facts)
  return facts
}

function factsOf(example: Example, messageIndex: number, call: Call): CallFacts {
  const result = call.resultIndex === null ? null : (example.messages[call.resultIndex]?.result ?? null)
  const shell = call.act.kind === 'shell' ? listCommands(call.act.command) : []
  return {
    messageIndex,
    isTest: runsTests(shell),
    isEdit: call.act.kind === 'edit' || editsFiles(shell),
    isEnd: call.act.kind === 'finish' || submitsRun(shell),
    isFailed: result?.isError ?? false,
  }
}
