import { isNudge } from '#parse'
import type { Example, Message } from '#record'
import { type CallFacts, callFactsOf } from '../../run-facts.ts'

/** Something an agent did, as far as repeating it matters. */
export interface RunEvent {
  kind: 'call' | 'message' | 'other'
  messageIndex: number
  /** Which call of the message; 0 for the others. */
  call: number
  /** Equal for calls of one tool with the same arguments, and for messages of the same words. */
  action: number
  /** The message that answers a call; null for none. */
  resultIndex: number | null
  isFailed: boolean
  /** A shell command, which may do another thing once files have changed. */
  isShell: boolean
  isEdit: boolean
}

/**
 * A run as the events loops are made of: calls, messages of the agent without calls, and what stands between (`other`: a person's words, a result nobody
 * asked for). Thinking calls and the harness's own “please continue” are left out, so that they break no loop. Calls that have one answer together
 * (a text turn that the harness ran, or refused, as a whole) are one event.
 */
export function runEventsOf(example: Example): RunEvent[] {
  const actions = new ActionNumbers()
  const facts = callFactsOf(example)
  const events: RunEvent[] = []
  let next = 0
  for (const message of example.messages) {
    const own = facts.slice(next, next + message.calls.length)
    next += own.length
    if (own.length === 0) events.push(...wordsOf(message, actions))
    let call = 0
    for (const group of byAnswer(own)) {
      events.push(...callOf(group, call, actions))
      call += group.length
    }
  }
  return events
}

type Group = [CallFacts, ...CallFacts[]]

/** The calls of a turn, those beside each other with one answer together. */
function byAnswer(calls: readonly CallFacts[]): Group[] {
  const groups: Group[] = []
  for (const one of calls) {
    const group = groups.at(-1)
    const { resultIndex } = one.call
    if (group && resultIndex !== null && resultIndex === group[0].call.resultIndex) group.push(one)
    else groups.push([one])
  }
  return groups
}

/** One event of calls with one answer; none for thinking. */
function callOf(calls: Group, call: number, actions: ActionNumbers): RunEvent[] {
  const [first] = calls
  const { messageIndex, isFailed } = first
  const { act, resultIndex } = first.call
  if (act.kind === 'think') return []
  const numbers = calls.map((one) => actions.of(one.call.name, one.call.argumentsText))
  const action = numbers.length === 1 ? (numbers[0] ?? 0) : actions.of('\n', numbers.join(' '))
  return [
    {
      kind: 'call',
      messageIndex,
      call,
      action,
      resultIndex,
      isFailed,
      isShell: act.kind === 'shell',
      isEdit: calls.some(({ isEdit }) => isEdit),
    },
  ]
}

function wordsOf(message: Message, actions: ActionNumbers): RunEvent[] {
  const isAgent = message.role === 'assistant'
  if (!isAgent && (message.role === 'system' || message.result?.call || isNudge(message))) return []
  const action = isAgent ? actions.of('', message.content.trim()) : -1
  const still = { call: 0, resultIndex: null, isFailed: false, isShell: false, isEdit: false }
  return [{ kind: isAgent ? 'message' : 'other', messageIndex: message.index, action, ...still }]
}

/** Numbers for what a run does, the same for the same, so that long arguments are compared once. */
class ActionNumbers {
  private readonly byName = new Map<string, Map<string, number>>()
  private count = 0

  of(name: string, text: string): number {
    const byText = this.byName.get(name) ?? new Map<string, number>()
    this.byName.set(name, byText)
    const known = byText.get(text) ?? this.count++
    byText.set(text, known)
    return known
  }
}
