import { isJsonObject, type Json, type JsonObject } from '#record'
import type { ArgumentForm } from './argument-text.ts'
import { type ChatRules, chatMessages, checkAnswers, toolsAt } from './chat-messages.ts'
import { RowRefused, type Seen } from './seen.ts'
import { parsedAt } from './strict.ts'

/** Columns by which TRL would take the row for another type of dataset. */
const OTHER_TYPES = ['text', 'prompt', 'completion', 'chosen', 'rejected', 'label', 'conversations', 'input_ids', 'labels']

/** TRL trains all assistant turns with `assistant_only_loss`; it has no mask of its own. */
const RULES: Omit<ChatRules, 'arguments'> = { isTrained: () => true }

/**
 * Reads a row of TRL's conversational language modelling type. Arguments are objects unless the template dumps none; `tools` is a list, or one JSON text of it.
 * Rules: https://github.com/huggingface/trl/blob/main/docs/source/dataset_formats.md (0087e4f) and `trl/data_utils.py` (f2cd577).
 *
 * @throws RowRefused
 */
export function readTrl(row: JsonObject, where: string, form: ArgumentForm = 'object'): Seen {
  const other = OTHER_TYPES.find((key) => key in row)
  if (other) throw new RowRefused(where, `"${other}" beside "messages" makes it another type of dataset`)
  const messages = chatMessages(row.messages, { ...RULES, arguments: form }, `${where}, messages`)
  checkAnswers(messages, `${where}, messages`)
  if (!messages.some(({ role }) => role === 'assistant')) throw new RowRefused(where, 'nothing in it is trained on: no assistant speaks')
  const kwargs = row.chat_template_kwargs
  if (kwargs !== undefined && !isJsonObject(kwargs)) throw new RowRefused(`${where}, chat_template_kwargs`, 'must be an object')
  return { messages, tools: toolsAt(toolList(row.tools, where), `${where}, tools`) }
}

function toolList(tools: Json | undefined, where: string): Json | undefined {
  return typeof tools === 'string' ? parsedAt(tools, `${where}, tools`) : tools
}
