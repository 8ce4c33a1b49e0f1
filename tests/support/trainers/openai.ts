import type { Json, JsonObject } from '#record'
import { callsAt, checkAnswers, roleAt, toolsAt } from './chat-messages.ts'
import { RowRefused, type Seen, type SeenMessage } from './seen.ts'
import { listAt, objectAt, onlyKeys, stringAt, wordAt } from './strict.ts'

/** Keys of a message by its role. */
const KEYS = {
  system: ['role', 'content', 'name'],
  user: ['role', 'content', 'name'],
  assistant: ['role', 'content', 'name', 'tool_calls', 'weight'],
  tool: ['role', 'content', 'tool_call_id'],
}

/** Names of functions: letters, digits, underscores and dashes, at most 64. */
const NAME = /^[a-zA-Z0-9_-]{1,64}$/

/**
 * Reads a row of OpenAI's supervised fine-tuning file. Keys it does not know are refused; arguments are JSON strings; every call has an id and, unless the row
 * ends there, an answer right behind its turn; weights are 0 or 1.
 * Rules: `FineTuneChatRequestInput` of OpenAI's API description 2.3.0 (https://docs.rs/crate/openai-client-base/0.8.1/source/docs/FineTuneChatRequestInput.md),
 * https://learn.microsoft.com/en-us/azure/ai-services/openai/how-to/fine-tuning-functions, refusals seen at
 * https://community.openai.com/t/fine-tuning-with-function-call-in-jsonl/966285 (unknown keys) and
 * https://community.openai.com/t/fine-tuning-with-the-result-of-a-function-call-tool-role/965584 (content must be a string).
 *
 * @throws RowRefused
 */
export function readOpenai(row: JsonObject, where: string): Seen {
  onlyKeys(row, ['messages', 'tools', 'parallel_tool_calls'], where)
  const parallel = row.parallel_tool_calls
  if (parallel !== undefined && typeof parallel !== 'boolean')
    throw new RowRefused(`${where}, parallel_tool_calls`, 'must be true or false')
  const at = `${where}, messages`
  const messages = listAt(row.messages, at).map((message, index) => messageAt(objectAt(message, `${at}[${index}]`), `${at}[${index}]`))
  checkAnswers(messages, at)
  checkAnswered(messages, at)
  if (!messages.some(({ role }) => role === 'assistant')) throw new RowRefused(where, 'an example needs an assistant message')
  if (messages.at(-1)?.role !== 'assistant') throw new RowRefused(at, "the last message must be the assistant's")
  const tools = toolsAt(row.tools, `${where}, tools`)
  for (const [index, tool] of tools.entries()) checkTool(tool, `${where}, tools[${index}]`)
  return { messages, tools }
}

function messageAt(message: JsonObject, where: string): SeenMessage {
  const role = roleAt(message.role, where)
  onlyKeys(message, KEYS[role], where)
  const calls = message.tool_calls === undefined ? [] : openaiCalls(message.tool_calls, `${where}.tool_calls`)
  return {
    role,
    content: contentAt(message.content, calls.length > 0, where),
    reasoning: null,
    calls,
    answersCall: role === 'tool' ? wordAt(message.tool_call_id, `${where}.tool_call_id`) : null,
    trained: role === 'assistant' && weightAt(message.weight, where) === 1,
  }
}

function contentAt(content: Json | undefined, hasCalls: boolean, where: string): string {
  return (content === null || content === undefined) && hasCalls ? '' : stringAt(content, `${where}.content`)
}

function weightAt(weight: Json | undefined, where: string): 0 | 1 {
  if (weight === undefined || weight === 1) return 1
  if (weight === 0) return 0
  throw new RowRefused(`${where}.weight`, `must be 0 or 1, here is ${JSON.stringify(weight)}`)
}

function openaiCalls(value: Json, where: string) {
  const calls = callsAt(value, 'string', where)
  for (const [index, call] of listAt(value, where).entries()) {
    const at = `${where}[${index}]`
    const whole = objectAt(call, at)
    onlyKeys(whole, ['id', 'type', 'function'], at)
    onlyKeys(objectAt(whole.function, `${at}.function`), ['name', 'arguments'], `${at}.function`)
    wordAt(whole.id, `${at}.id`)
  }
  for (const [index, { name }] of calls.entries()) checkName(name, `${where}[${index}].function.name`)
  return calls
}

/** Every call of a turn is answered before anyone else speaks, unless the row ends with the turn. */
function checkAnswered(messages: readonly SeenMessage[], where: string): void {
  let open = new Set<string>()
  for (const [index, { role, calls, answersCall }] of messages.entries()) {
    if (role === 'tool') open.delete(answersCall ?? '')
    else if (open.size > 0) throw new RowRefused(`${where}[${index}]`, `calls ${[...open].join(', ')} are not answered before it`)
    if (calls.length > 0) open = new Set(calls.map(({ id }) => id ?? ''))
    if (open.size < calls.length) throw new RowRefused(`${where}[${index}].tool_calls`, 'two calls have one id')
  }
}

function checkTool(tool: JsonObject, where: string): void {
  onlyKeys(tool, ['type', 'function'], where)
  const made = objectAt(tool.function, `${where}.function`)
  onlyKeys(made, ['name', 'description', 'parameters', 'strict'], `${where}.function`)
  checkName(stringAt(made.name, `${where}.function.name`), `${where}.function.name`)
  if (made.description !== undefined) stringAt(made.description, `${where}.function.description`)
}

function checkName(name: string, where: string): void {
  if (!NAME.test(name)) throw new RowRefused(where, `must be letters, digits, _ and -, at most 64, here is ${JSON.stringify(name)}`)
}
