import type { Call, CallAct, ExampleEdits, ExportPolicies, JsonObject, TargetOptions } from '#record'
import { NO_EDITS } from '#record'
import { applyEdits } from '#review'
import type { Leaving, RowContext, TargetFormat, TargetRow, Unit } from '../../src/core/export/targets/target-format.ts'
import { buildExampleRow } from './build-example-row.ts'
import { buildCall, buildExample, type MessageSketch } from './examples.ts'

const SHELL: CallAct = { kind: 'shell', command: 'ls' }

/** A tool's definition as rows have one. */
export const BASH_TOOL: JsonObject = {
  type: 'function',
  function: {
    name: 'execute_bash',
    description: 'Runs a command.',
    parameters: { type: 'object', properties: { command: { type: 'string' } } },
  },
}

/** A structured call with these arguments as text. */
export function callWith(argumentsText: string, known: Partial<Call> = {}): Call {
  let read: Pick<Call, 'arguments' | 'argumentsError'> = { arguments: null, argumentsError: null }
  try {
    if (argumentsText !== '') read = { arguments: JSON.parse(argumentsText), argumentsError: null }
  } catch {
    read = { arguments: null, argumentsError: 'no JSON' }
  }
  return buildCall(SHELL, { argumentsText, ...read, ...known })
}

/** What a message that answers call `callIndex` of a message says. */
export function answerTo(messageIndex: number, content: string, callIndex = 0): MessageSketch {
  return { role: 'tool', content, result: { call: { messageIndex, callIndex }, exitCode: null, isError: false, isTruncated: false } }
}

/** A short run: asked, looked with a thought, answered, done. */
export function shortRun(): MessageSketch[] {
  return [
    { role: 'system', content: 'You fix.' },
    { role: 'user', content: 'Fix it.' },
    { content: 'I look.', reasoning: 'Hm.', calls: [callWith('{"command": "ls"}')] },
    answerTo(2, 'a.py'),
    { content: 'Done.' },
  ]
}

/** An example that leaves with these messages and edits. */
export function leavingOf(
  messages: MessageSketch[],
  known: Parameters<typeof buildExample>[0] = {},
  edits: Partial<ExampleEdits> = {},
): Leaving {
  const example = buildExample({ tools: [BASH_TOOL], ...known, messages })
  const all: ExampleEdits = { ...NO_EDITS, ...edits, contentHash: Object.keys(edits).length > 0 ? example.contentHash : null }
  return { row: buildExampleRow({ id: example.id }), edited: applyEdits(example, all) }
}

/** The defaults of a plan, with what a test cares about laid over them. */
export function contextWith(policies: Partial<ExportPolicies> = {}, options: Partial<TargetOptions> = {}): RowContext {
  return {
    policies: { reasoning: 'as-is', masks: 'leave-out', overlong: 'take', lost: 'take', ...policies },
    options: { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false, withParquet: false, ...options },
    template: null,
    encoder: null,
  }
}

/** What a target makes of one example: its one value as JSON reads it again, null where it is left out, and each note as `kind about: policy`. */
export function rowFrom(format: TargetFormat, leaving: Leaving | [Leaving, Leaving], context = contextWith()) {
  const unit: Unit = Array.isArray(leaving) ? { kind: 'pair', chosen: leaving[0], rejected: leaving[1] } : { kind: 'example', one: leaving }
  const made: TargetRow = format.rowOf(unit, context)
  const [value = null] = Object.values(made.values)
  const told = made.notes.map(
    ({ kind, about, policy, messages }) => `${kind} ${about}${policy === null ? '' : ` by ${policy}`}: ${messages.join(',')}`,
  )
  return { row: JSON.parse(JSON.stringify(value)) as JsonObject | null, told, made }
}
