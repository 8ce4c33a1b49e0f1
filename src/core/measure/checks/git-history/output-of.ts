import type { Example } from '#record'

/** The result of a call: its text and where it is. */
export interface Output {
  text: string
  messageIndex: number
  /** The result says that the call failed. */
  isError: boolean
}

/** What a call printed; null for a call without a result. */
export function outputAt({ messages }: Example, { messageIndex, callIndex }: { messageIndex: number; callIndex: number }): Output | null {
  const index = messages[messageIndex]?.calls[callIndex]?.resultIndex ?? null
  const message = index === null ? undefined : messages[index]
  return message ? { text: message.content, messageIndex: message.index, isError: message.result?.isError ?? false } : null
}
