import type { Chat } from './chat.ts'

/**
 * How many messages fit into a context: all of them, else as many as end with a whole step, which is an assistant turn with all that answers it.
 * Null when not even the first step fits, or there is none.
 *
 * @param tokens of each message
 * @param before tokens in front of the first message, such as tool definitions
 */
export function fittingMessages(messages: Chat['messages'], tokens: readonly number[], before: number, limit: number): number | null {
  let used = before
  let fits: number | null = null
  let hasTurn = false
  for (let place = 0; place < messages.length; place += 1) {
    used += tokens[place] ?? 0
    if (used > limit) return fits
    hasTurn ||= messages[place]?.role === 'assistant'
    const next = messages[place + 1]
    if (hasTurn && (next === undefined || next.role === 'assistant')) fits = place + 1
  }
  return messages.length
}

/** A chat without all behind its first so many messages. */
export function cutChat(chat: Chat, count: number): Chat {
  if (count >= chat.messages.length) return chat
  return {
    ...chat,
    messages: chat.messages.slice(0, count),
    indexes: chat.indexes.slice(0, count),
    masked: new Set([...chat.masked].filter((place) => place < count)),
  }
}
