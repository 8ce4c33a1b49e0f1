import { isJsonObject, type JsonObject } from '#record'
import { type ArgumentsForm, argumentsJson } from '../chat/arguments.ts'
import type { ChatCall } from '../chat/chat.ts'
import { tellNumbers } from '../chat/exact-numbers.ts'
import { rowChat } from '../chat/row-chat.ts'
import { starterConfig } from '../config/starter-config.ts'
import type { TargetFormat } from './target-format.ts'
import { leftOutRow, oneOf, ROWS_FILE, writtenRow } from './target-row.ts'

const SAYS = { reasoning: true, masks: true, tools: true }

/**
 * axolotl's `type: chat_template` (docs/dataset-formats/conversation.qmd and prompt_strategies/chat_template.py of axolotl-ai-cloud/axolotl). It parses
 * string arguments and string `parameters` back, so both leave as JSON text unless the plan asks for objects: of objects with unlike keys
 * `datasets` makes one with nulls, and axolotl then removes nulls, real ones too. Text that is no JSON would stop its run, and leaves as a JSON string.
 * Every message says whether it is trained on.
 */
export const axolotl: TargetFormat = {
  info: {
    id: 'axolotl',
    title: 'axolotl',
    help: 'Messages with tools and reasoning, each saying whether it is trained on: the richest target for step masks. The model’s chat template renders it.',
    files: [ROWS_FILE.name(null), 'axolotl.yml'],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['arguments', 'contextLength', 'template', 'reasoning', 'overlong', 'lost'],
  },
  files: [ROWS_FILE],
  rowOf(unit, context) {
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(oneOf(unit), context, SAYS)
    if (isLeftOut) return leftOutRow(book)
    const form: ArgumentsForm = context.options.arguments === 'object' ? 'object' : 'string'
    if (form === 'object') tellNumbers(chat, argumentTexts, book)
    const messages = chat.messages.map(({ tool_calls: calls, ...message }, place) => ({
      ...message,
      ...(calls ? { tool_calls: calls.map((call) => callAs(form, call, argumentTexts)) } : {}),
      train: message.role === 'assistant' && !chat.masked.has(place),
    }))
    return writtenRow({ messages, tools: form === 'object' ? chat.tools : chat.tools.map(withTextParameters) }, book, tokens)
  },
  extras: (summary) => starterConfig('axolotl', summary),
}

function callAs(form: ArgumentsForm, call: ChatCall, texts: ReadonlyMap<string, string>): ChatCall {
  const { name, arguments: given } = call.function
  return { ...call, function: { name, arguments: form === 'object' && isJsonObject(given) ? given : argumentsJson(call, texts) } }
}

function withTextParameters(tool: JsonObject): JsonObject {
  const called = tool.function
  if (!isJsonObject(called) || !isJsonObject(called.parameters)) return tool
  return { ...tool, function: { ...called, parameters: JSON.stringify(called.parameters) } }
}
