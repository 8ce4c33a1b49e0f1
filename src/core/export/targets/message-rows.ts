import type { JsonObject } from '#record'
import { type ArgumentsForm, argumentsText } from '../chat/arguments.ts'
import type { Chat, ChatMessage } from '../chat/chat.ts'
import type { ParquetColumn } from './target-format.ts'

/** Columns of {@link textRow}. */
export const MESSAGE_COLUMNS: readonly ParquetColumn[] = [
  { name: 'messages', type: 'messages' },
  { name: 'tools', type: 'strings' },
]

/** Messages of a chat with the arguments of their calls in this form. */
export function messagesAs(form: ArgumentsForm, { messages }: Pick<Chat, 'messages'>, texts: ReadonlyMap<string, string>): ChatMessage[] {
  if (form === 'object') return messages
  return messages.map((message) => {
    if (!message.tool_calls) return message
    const calls = message.tool_calls.map((call) => ({ ...call, function: { ...call.function, arguments: argumentsText(call, texts) } }))
    return { ...message, tool_calls: calls }
  })
}

/** A chat whose values have the same types whatever it holds: arguments and tool definitions are texts, as in the source's own files. */
export function textRow(chat: Chat, texts: ReadonlyMap<string, string>): JsonObject {
  return { messages: messagesAs('string', chat, texts), tools: chat.tools.map((tool) => JSON.stringify(tool)) } as unknown as JsonObject
}
