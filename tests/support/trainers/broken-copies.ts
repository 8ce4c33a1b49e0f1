import { isJsonObject, type Json, type JsonObject } from '#record'

/** A way to break a row. It changes the row it is given, and says whether there was anything to break. */
export interface Break {
  name: string
  apply(row: JsonObject): boolean
}

/** A copy of the row, broken; null where the row has nothing of that kind. */
export function brokenCopy(row: JsonObject, { apply }: Break): JsonObject | null {
  const copy = structuredClone(row)
  return apply(copy) ? copy : null
}

/** Breaks a thing found in the row. */
function breaking<T>(name: string, find: (row: JsonObject) => T | undefined, change: (found: T, row: JsonObject) => void): Break {
  return {
    name,
    apply(row) {
      const found = find(row)
      if (found === undefined) return false
      change(found, row)
      return true
    },
  }
}

const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : [])
const whole = (row: JsonObject) => row
const inList = (key: string) => ({
  message: (row: JsonObject) => objects(row[key])[0],
  assistant: (row: JsonObject) => objects(row[key]).find(({ role }) => role === 'assistant'),
  answer: (row: JsonObject) => objects(row[key]).find((message) => message.role === 'tool' && 'tool_call_id' in message),
  caller: (row: JsonObject) => objects(row[key]).find(({ tool_calls }) => objects(tool_calls).length > 0),
  call: (row: JsonObject) => objects(row[key]).flatMap(({ tool_calls }) => objects(tool_calls))[0],
})
const called = (call: JsonObject): JsonObject => (isJsonObject(call.function) ? call.function : {})

/** Breaks of a list of messages at that key, which every reader of one refuses. */
function ofMessages(key: string): Break[] {
  const { message, answer, caller, call } = inList(key)
  return [
    breaking(`${key} is missing`, whole, (row) => delete row[key]),
    breaking(`${key} is empty`, whole, (row) => Object.assign(row, { [key]: [] })),
    breaking(`${key} is a JSON text`, whole, (row) => Object.assign(row, { [key]: JSON.stringify(row[key]) })),
    breaking(`${key}: a role of another format`, message, (found) => Object.assign(found, { role: 'human' })),
    breaking(`${key}: no role`, message, (found) => delete found.role),
    breaking(`${key}: content in parts`, message, (found) => Object.assign(found, { content: [{ type: 'text', text: found.content }] })),
    breaking(`${key}: content is a number`, message, (found) => Object.assign(found, { content: 7 })),
    breaking(`${key}: calls are an object`, caller, (found) => Object.assign(found, { tool_calls: { 0: found.tool_calls ?? null } })),
    breaking(`${key}: no calls in the list`, caller, (found) => Object.assign(found, { tool_calls: [] })),
    breaking(`${key}: a user calls`, caller, (found) => Object.assign(found, { role: 'user' })),
    breaking(`${key}: a call of another type`, call, (found) => Object.assign(found, { type: 'tool' })),
    breaking(`${key}: a call without its function`, call, (found) => delete found.function),
    breaking(`${key}: a call without a name`, call, (found) => delete called(found).name),
    breaking(`${key}: a call without arguments`, call, (found) => delete called(found).arguments),
    breaking(`${key}: arguments are a list`, call, (found) =>
      Object.assign(called(found), { arguments: [called(found).arguments ?? null] }),
    ),
    breaking(`${key}: arguments encoded once more`, call, (found) => encodeAgain(called(found))),
    breaking(`${key}: arguments encoded twice more`, call, (found) => {
      encodeAgain(called(found))
      encodeAgain(called(found))
    }),
    breaking(`${key}: an answer to no call`, answer, (found) => Object.assign(found, { tool_call_id: 'nobody' })),
  ]
}

function encodeAgain(made: JsonObject): void {
  made.arguments = JSON.stringify(made.arguments)
}

const ofTools: Break[] = [
  breaking('tools is an object', toolsOf, (_, row) => Object.assign(row, { tools: {} })),
  breaking('a tool is a text', toolsOf, (tools) => tools.splice(0, 1, 'bash')),
  breaking('a tool without a name', toolsOf, (tools) => tools.splice(0, 1, { type: 'function', function: {} })),
  breaking('a tool of no type', toolsOf, (tools) => tools.splice(0, 1, { function: { name: 'bash' } })),
]

function toolsOf(row: JsonObject): Json[] | undefined {
  return Array.isArray(row.tools) && row.tools.length > 0 ? row.tools : undefined
}

const objectArguments = (key: string) =>
  breaking(`${key}: nothing anyone says is trained on`, whole, (row) => {
    row[key] = objects(row[key]).filter(({ role }) => role !== 'assistant' && role !== 'tool')
  })

const { assistant, answer, call, message } = inList('messages')

const trl: Break[] = [
  ...ofMessages('messages'),
  ...ofTools,
  objectArguments('messages'),
  breaking('a column of another type', whole, (row) => Object.assign(row, { text: 'all of it' })),
  breaking('an id that is no text', call, (found) => Object.assign(found, { id: 7 })),
]

const axolotl: Break[] = [
  ...ofMessages('messages').filter(({ name }) => !name.endsWith('encoded once more')),
  ...ofTools,
  breaking('a training flag that is a number', assistant, (found) => Object.assign(found, { train: 1 })),
  breaking('nothing is trained on', whole, (row) => {
    for (const one of objects(row.messages)) if (one.role === 'assistant') one.train = false
  }),
  breaking('arguments that do not parse', call, (found) => Object.assign(called(found), { arguments: '{"command": ' })),
]

const openai: Break[] = [
  ...ofMessages('messages'),
  ...ofTools,
  objectArguments('messages'),
  breaking('a key of the row nobody knows', whole, (row) => Object.assign(row, { metadata: {} })),
  breaking('reasoning beside the content', assistant, (found) => Object.assign(found, { reasoning_content: 'hm' })),
  breaking('a name on an answer', answer, (found) => Object.assign(found, { name: 'bash' })),
  breaking('weight 2', assistant, (found) => Object.assign(found, { weight: 2 })),
  breaking('a weight that is true', assistant, (found) => Object.assign(found, { weight: true })),
  breaking('a weight on a user', message, (found) => Object.assign(found, { role: 'user', weight: 0 })),
  breaking('a call without an id', call, (found) => delete found.id),
  breaking('an answer without an id', answer, (found) => delete found.tool_call_id),
  breaking('arguments as an object', call, (found) =>
    Object.assign(called(found), { arguments: JSON.parse(String(called(found).arguments)) }),
  ),
  breaking('a name with a space', call, (found) => Object.assign(called(found), { name: 'run it' })),
  breaking('a call that is not answered', answer, (found, row) => {
    row.messages = objects(row.messages).filter((one) => one !== found)
  }),
  breaking(
    'ends with a user',
    whole,
    (row) => objects(row.messages).length > 0 && (row.messages as Json[]).push({ role: 'user', content: 'and?' }),
  ),
]

const turns = (row: JsonObject) => objects(row.conversations)
const functionTurn = (row: JsonObject) => turns(row).find(({ from }) => from === 'function_call')
const callsOf = (turn: JsonObject): JsonObject[] => {
  const text = String(turn.value)
  const value = JSON.parse(text.slice(text.indexOf('\n</think>\n\n') < 0 ? 0 : text.lastIndexOf('\n</think>\n\n') + 11)) as Json
  return objects(Array.isArray(value) ? value : [value])
}

const llamafactory: Break[] = [
  breaking('conversations is missing', whole, (row) => delete row.conversations),
  breaking('an odd number of turns', whole, (row) => (row.conversations as Json[]).pop()),
  breaking('alternation broken', whole, (row) =>
    (row.conversations as Json[]).splice(1, 0, { from: 'human', value: 'and?' }, { from: 'human', value: 'now?' }),
  ),
  breaking(
    'a role of another format',
    (row) => turns(row)[0],
    (turn) => Object.assign(turn, { from: 'user' }),
  ),
  breaking(
    'a turn without a value',
    (row) => turns(row)[0],
    (turn) => delete turn.value,
  ),
  breaking(
    'a list where a string is needed',
    (row) => turns(row)[0],
    (turn) => Object.assign(turn, { value: [turn.value ?? null] }),
  ),
  breaking('a call that is no JSON', functionTurn, (turn) => Object.assign(turn, { value: `I call: ${String(turn.value)}` })),
  breaking('arguments encoded twice', functionTurn, (turn) => {
    const made = callsOf(turn).map((one) => ({ ...one, arguments: JSON.stringify(one.arguments) }))
    turn.value = JSON.stringify(made)
  }),
  breaking('a call without a name', functionTurn, (turn) => Object.assign(turn, { value: '{"arguments": {}}' })),
  breaking('a thought without its JSON', functionTurn, (turn) => Object.assign(turn, { value: '<think>\nhm\n</think>\n\n' })),
  breaking(
    'tools as a list',
    (row) => (row.tools ? row : undefined),
    (row) => Object.assign(row, { tools: [row.tools ?? null] }),
  ),
  breaking(
    'system in parts',
    (row) => (typeof row.system === 'string' ? row : undefined),
    (row) => Object.assign(row, { system: [row.system ?? ''] }),
  ),
]

const text: Break[] = [
  breaking('text is missing', whole, (row) => delete row.text),
  breaking('text is empty', whole, (row) => Object.assign(row, { text: '' })),
  breaking('text is blank', whole, (row) => Object.assign(row, { text: ' \n' })),
  breaking('text is a list', whole, (row) => Object.assign(row, { text: [row.text ?? ''] })),
  breaking('messages beside it', whole, (row) => Object.assign(row, { messages: [] })),
]

const ints = (row: JsonObject, key: string) => row[key] as number[]
const pretokenized: Break[] = [
  breaking('no labels', whole, (row) => delete row.labels),
  breaking('a label too few', whole, (row) => ints(row, 'labels').pop()),
  breaking('an id too few', whole, (row) => ints(row, 'input_ids').pop()),
  breaking('labels shifted by one', whole, (row) => ints(row, 'labels').unshift(ints(row, 'labels').pop() ?? 0)),
  breaking('nothing is trained on', whole, (row) => ints(row, 'labels').fill(-100)),
  breaking('a label of another word', whole, (row) => ints(row, 'labels').splice(-1, 1, -99)),
  breaking('a negative id', whole, (row) => ints(row, 'input_ids').splice(0, 1, -1)),
  breaking('an id that is a fraction', whole, (row) => ints(row, 'input_ids').splice(0, 1, 0.5)),
  breaking('ids as a text', whole, (row) => Object.assign(row, { input_ids: JSON.stringify(row.input_ids) })),
  breaking('an attention mask with a hole', whole, (row) =>
    Object.assign(row, { attention_mask: ints(row, 'labels').map((_, at) => (at === 0 ? 0 : 1)) }),
  ),
]

const preference: Break[] = [
  ...['prompt', 'chosen', 'rejected'].flatMap((key) => ofMessages(key).slice(0, 7)),
  ...ofMessages('chosen').slice(7),
  breaking('messages beside them', whole, (row) => Object.assign(row, { messages: row.chosen ?? null })),
  breaking('both say the same', whole, (row) => Object.assign(row, { rejected: row.chosen ?? null })),
  breaking('the prompt ends with the assistant', whole, (row) => (row.prompt as Json[]).push({ role: 'assistant', content: 'I will.' })),
  breaking('an answer begins with the user', whole, (row) => (row.chosen as Json[]).unshift({ role: 'user', content: 'Go.' })),
]

const tutorial: Break[] = [
  breaking('messages is missing', whole, (row) => delete row.messages),
  breaking('one message too few', whole, (row) => (row.messages as Json[]).pop()),
  breaking('a key nobody knows', whole, (row) => Object.assign(row, { reference_patch: 'diff' })),
  breaking('a message with calls', message, (found) => Object.assign(found, { tool_calls: [] })),
  breaking('context that is no message', whole, (row) => Object.assign(row, { context_only: [100_000] })),
  breaking('tools as definitions', whole, (row) => Object.assign(row, { tools: { bash: { type: 'function' } } })),
]

/** Breaks of a row by target, each refused by the target's reader. */
export const BREAKS = { trl, axolotl, openai, llamafactory, chatml: text, pretokenized, preference, tutorial }

const header = (lines: JsonObject[]) => lines[0]
const said = (lines: JsonObject[]) => lines.map((line) => line.message).filter(isJsonObject)

/** Breaks of a session's lines, wrapped as `{lines}`. */
export const SESSION_BREAKS: Break[] = [
  breaking('no header', linesOf, (lines) => lines.shift()),
  breaking('a header without a harness', linesOf, (lines) => delete header(lines)?.harness),
  breaking('a header without an id', linesOf, (lines) => delete header(lines)?.id),
  breaking('a header alone', linesOf, (lines) => lines.splice(1)),
  breaking('a line without its envelope', linesOf, (lines) => lines.splice(1, 1, said(lines)[0] ?? {})),
  breaking('keys as elsewhere', linesOf, (lines) => Object.assign(said(lines)[0] ?? {}, { reasoning_content: 'hm' })),
  breaking(
    'an answer to no call',
    (row) => said(linesOf(row)).find(({ toolCallId }) => toolCallId),
    (found) => Object.assign(found, { toolCallId: 'nobody' }),
  ),
  breaking('a call without an id', sessionCall, (found) => delete found.id),
  breaking('arguments as an object', sessionCall, (found) => Object.assign(called(found), { arguments: {} })),
  breaking('arguments encoded twice', sessionCall, (found) => encodeAgain(called(found))),
  breaking(
    'content is missing',
    (row) => said(linesOf(row))[0],
    (found) => delete found.content,
  ),
]

function linesOf(row: JsonObject): JsonObject[] {
  return row.lines as JsonObject[]
}

function sessionCall(row: JsonObject): JsonObject | undefined {
  return said(linesOf(row)).flatMap(({ toolCalls }) => objects(toolCalls))[0]
}
