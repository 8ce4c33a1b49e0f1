import type { ExampleTokens, MessageTokens } from '../types.ts'

/** Tokens of all that a message says: content, reasoning and calls. */
export function messageCost({ content, reasoning, calls }: MessageTokens): number {
  return content + reasoning + calls
}

/** Tokens of all messages and of the tool definitions. */
export function fullCost({ messages, definitions }: ExampleTokens): number {
  return messages.reduce((sum, message) => sum + messageCost(message), definitions)
}
