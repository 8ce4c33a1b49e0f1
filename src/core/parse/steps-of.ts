import type { Message, Step } from '#record'

/** The assistant turns of a trajectory, each with the results that answer it (or, asked for by nobody, follow it). */
export function stepsOf(messages: Message[]): Step[] {
  const steps = new Map<number, Step>()
  let last: Step | undefined
  for (const message of messages) {
    if (message.role === 'assistant') {
      last = { number: steps.size + 1, messageIndex: message.index, resultIndexes: [] }
      steps.set(message.index, last)
    } else if (message.result !== null) {
      const asked = message.result.call === null ? last : (steps.get(message.result.call.messageIndex) ?? last)
      asked?.resultIndexes.push(message.index)
    }
  }
  return [...steps.values()]
}
