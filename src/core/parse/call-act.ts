import { type Call, type CallAct, isJsonObject, type JsonObject } from '#record'
import { editorAct } from './editor-act.ts'
import { textField } from './json-fields.ts'
import { sweAgentAct } from './swe-agent-act.ts'

const SHELLS = new Set(['execute_bash', 'bash', 'run', 'run_bash', 'shell', 'terminal', 'cmd_run', 'run_command', 'execute_command'])
const EDITORS = new Set(['str_replace_editor', 'str_replace_based_edit_tool', 'file_editor', 'edit_file', 'editor'])
const ENDS = new Set(['finish', 'submit', 'attempt_completion', 'task_complete'])
/** mini-swe-agent ends a run with a shell command. */
const END_COMMAND = /^\s*(?:echo\s+["']?(?:COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT|MINI_SWE_AGENT_FINAL_OUTPUT)|submit\s*$)/

/**
 * What a call does, as far as its tool and arguments tell, in every harness's words. `openFile` is the file SWE-agent's windowed commands are
 * about, which they do not name again; null when none is open.
 */
export function actOf(call: Call, openFile: string | null): CallAct {
  const name = call.name.toLowerCase()
  const given = isJsonObject(call.arguments) ? call.arguments : {}
  if (ENDS.has(name)) return { kind: 'finish' }
  if (name === 'think') return { kind: 'think', thought: textField(given.thought) ?? '' }
  if (EDITORS.has(name)) return editorAct(given)
  if (SHELLS.has(name)) return shellAct(given)
  return sweAgentAct(name, given, openFile)
}

function shellAct(given: JsonObject): CallAct {
  const command = commandOf(given)
  if (command === null) return { kind: 'other' }
  return END_COMMAND.test(command) ? { kind: 'finish' } : { kind: 'shell', command }
}

function commandOf({ command, cmd, code }: JsonObject): string | null {
  const given = command ?? cmd ?? code
  if (Array.isArray(given)) return given.map(String).join(' ')
  return typeof given === 'string' ? given : null
}
