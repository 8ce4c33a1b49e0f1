import { type Example, isJsonObject, type Json, type JsonObject } from '#record'
import type { ChatMessage } from '../chat/chat.ts'
import type { TemplateChat } from '../template/chat-template.ts'

/**
 * The chat that a row's trainer hands to the template. TRL hands over what the row has, and parses a `tools` text (docs/source/dataset_formats.md);
 * axolotl parses texts of arguments and parameters back, and trains on what says `train` (docs/dataset-formats/conversation.qmd).
 */
export function chatOfRow(row: JsonObject, { messages: all }: Pick<Example, 'messages'>): TemplateChat {
  const messages = Array.isArray(row.messages) ? row.messages.filter(isJsonObject) : []
  const isAxolotl = messages.some(({ train }) => train !== undefined)
  return {
    messages: messages.map((message) => (isAxolotl ? parsedCalls(message) : message)) as unknown as ChatMessage[],
    indexes: messages.map((_, place) => all[place]?.index ?? place),
    tools: toolsOf(row.tools).map((tool) => (isAxolotl ? parsedParameters(tool) : tool)),
    masked: new Set(messages.flatMap(({ train }, place) => (train === false ? [place] : []))),
    ignoresMarks: isAxolotl,
  }
}

function toolsOf(tools: Json | undefined): JsonObject[] {
  const list = typeof tools === 'string' ? parsed(tools) : tools
  return Array.isArray(list) ? list.map((tool) => (typeof tool === 'string' ? parsed(tool) : tool)).filter(isJsonObject) : []
}

function parsedCalls({ train: _, ...message }: JsonObject): JsonObject {
  if (!Array.isArray(message.tool_calls)) return message
  const calls = message.tool_calls.map((call) => {
    const called = isJsonObject(call) ? call.function : null
    if (!isJsonObject(call) || !isJsonObject(called)) return call
    return { ...call, function: { ...called, arguments: asObject(called.arguments ?? null) } }
  })
  return { ...message, tool_calls: calls }
}

function parsedParameters(tool: JsonObject): JsonObject {
  const called = tool.function
  if (!isJsonObject(called) || called.parameters === undefined) return tool
  return { ...tool, function: { ...called, parameters: asObject(called.parameters) } }
}

function asObject(value: Json): Json {
  return typeof value === 'string' ? parsed(value) : value
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
