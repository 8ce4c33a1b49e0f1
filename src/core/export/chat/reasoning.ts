import type { ExportPolicies } from '#record'
import type { Chat, ChatMessage } from './chat.ts'
import type { NoteBook } from './note-book.ts'
import { thinkText } from './think.ts'

/**
 * A chat whose reasoning is where the policy wants it. Where the format has no field for it and the policy leaves it as it is, it stays behind, which is
 * told. An empty reasoning is no reasoning: it goes without a word where its field goes.
 */
export function withReasoning(chat: Chat, policy: ExportPolicies['reasoning'], hasField: boolean, book: NoteBook): Chat {
  if (policy === 'as-is' && hasField) return chat
  const messages = chat.messages.map((message, place) => moved(message, policy, chat.indexes[place] ?? null, book))
  return { ...chat, messages }
}

function moved(message: ChatMessage, policy: ExportPolicies['reasoning'], index: number | null, book: NoteBook): ChatMessage {
  const { reasoning_content: reasoning, ...rest } = message
  if (reasoning === undefined) return message
  if (reasoning === '') return rest
  const by = `reasoning=${policy}`
  if (policy !== 'into-content') {
    book.tell('lost', 'reasoning', index, policy === 'drop' ? 'Reasoning is dropped.' : 'Reasoning has no field in this format.', by)
    return rest
  }
  book.tell('changed', 'reasoning', index, 'Reasoning stands in <think> tags in front of the text.', by)
  return { ...rest, content: thinkText(reasoning, message.content) }
}
