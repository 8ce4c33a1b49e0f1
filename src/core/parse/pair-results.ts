import type { Call, Message } from '#record'

/** A call with its place. */
interface Placed {
  call: Call
  messageIndex: number
  callIndex: number
}

const RESULT_ROLES = new Set(['tool', 'function', 'observation', 'ipython'])
/** A user turn that a harness wrote as an observation, and not a person or an automatic "please continue". */
const OBSERVATION =
  /^\s*(?:OBSERVATION:|Observation: |EXECUTION RESULT of \[|<returncode>|<exception>|\{\s*"returncode"|Your command ran successfully|\(Open file:)/
const NUDGE = /^\s*Please continue (?:working|on)/

/**
 * Finds each result's call: by id where both have one, else by order among the calls of the last assistant turn that are still open. A turn
 * that wrote its calls as text has one answer for all of them. Returns the first answered call by message index of the result; null for an
 * answer nobody asked for. Sets `resultIndex` of the calls.
 */
export function pairResults(messages: Message[], harness: string | null): Map<number, Placed | null> {
  const byId = new Map<string, Placed>()
  let open: Placed[] = []
  const answers = new Map<number, Placed | null>()
  for (const message of messages) {
    if (message.calls.length > 0 || message.role === 'assistant') {
      open = message.calls.map((call, callIndex) => ({ call, messageIndex: message.index, callIndex }))
      for (const placed of open) if (placed.call.id !== null) byId.set(placed.call.id, placed)
      continue
    }
    if (!isResult(message, open, harness)) {
      if (message.role === 'user') open = []
      continue
    }
    const answered = answeredBy(message, byId, open)
    for (const placed of answered) placed.call.resultIndex = message.index
    open = open.filter((placed) => !answered.includes(placed))
    answers.set(message.index, answered[0] ?? null)
  }
  return answers
}

/** True for the user turn by which OpenHands asks an agent to go on by itself. */
export function isNudge({ role, content }: Message): boolean {
  return role === 'user' && NUDGE.test(content)
}

function isResult(message: Message, open: Placed[], harness: string | null): boolean {
  if (RESULT_ROLES.has(message.role) || message.toolCallId !== null) return true
  if (message.role !== 'user' || open.length === 0 || isNudge(message)) return false
  const isTextProtocol = open.some(({ call }) => call.protocol !== 'structured')
  return isTextProtocol || harness === 'sweagent' || harness === 'minisweagent' || OBSERVATION.test(message.content)
}

function answeredBy(message: Message, byId: Map<string, Placed>, open: Placed[]): Placed[] {
  const named = message.toolCallId === null ? undefined : byId.get(message.toolCallId)
  if (named && named.call.resultIndex === null) return [named]
  const [next] = open
  if (next === undefined) return []
  return next.call.protocol === 'structured' ? [next] : open
}
