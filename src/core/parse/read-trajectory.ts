import type { JsonObject, Message } from '#record'
import { actOf } from './call-act.ts'
import { pairResults } from './pair-results.ts'
import { readMessage } from './read-message.ts'
import { resultFactsOf } from './result-facts.ts'
import { readTextCalls } from './text-calls.ts'

/**
 * Messages with their calls, acts and results. `harness` is what layout and row say; fences count as calls only in a run without structured
 * calls and outside OpenHands, where they are prose.
 */
export function readTrajectory(items: JsonObject[], harness: string | null, notes: string[]): Message[] {
  const messages = items.map((item, index) => readMessage(item, index, notes))
  const allowFences = harness !== 'openhands' && !messages.some(({ calls }) => calls.length > 0)
  for (const message of messages) {
    if (message.role === 'assistant' && message.calls.length === 0) message.calls = readTextCalls(message, harness, allowFences)
  }
  nameActs(messages)
  const answers = pairResults(messages, harness)
  for (const [index, answered] of answers) {
    const message = messages[index]
    if (!message) continue
    const call = answered && { messageIndex: answered.messageIndex, callIndex: answered.callIndex }
    message.result = { call, ...resultFactsOf(message, harness, answered?.call.act.kind === 'shell') }
  }
  return messages
}

/** SWE-agent's `edit` is about the file opened last, so acts are read in order. */
function nameActs(messages: Message[]): void {
  let openFile: string | null = null
  for (const call of messages.flatMap(({ calls }) => calls)) {
    call.act = actOf(call, openFile)
    if ((call.name === 'open' || call.name === 'create') && (call.act.kind === 'view' || call.act.kind === 'edit')) openFile = call.act.path
  }
}
