import type { Example } from '#record'
import type { Attempt } from './attempt.ts'

/** The result of a call: its text and where it is. */
export interface Output {
  text: string
  messageIndex: number
  /** The result says that the call failed. */
  isError: boolean
}

/** What the call of a command printed; null for a call without a result. */
export function outputOf({ messages }: Example, { messageIndex, callIndex }: Attempt): Output | null {
  const index = messages[messageIndex]?.calls[callIndex]?.resultIndex ?? null
  const message = index === null ? undefined : messages[index]
  return message ? { text: message.content, messageIndex: message.index, isError: message.result?.isError ?? false } : null
}
