import { FaultError, type JsonObject } from '#record'
import type { ChatCall, ChatMessage } from '../chat/chat.ts'
import { markerArguments, markerWord } from './markers.ts'

/** How arguments of calls are given. */
export type ArgumentForm = 'object' | 'string'

/** A tool as trainers read one. */
export const TOOLS: JsonObject[] = [
  {
    type: 'function',
    function: {
      name: markerWord('tool', 0),
      description: 'Runs a command.',
      parameters: { type: 'object', properties: { command: { type: 'string', description: 'The command.' } }, required: ['command'] },
    },
  },
]

/** A message that says one thing. */
export function said(role: ChatMessage['role'], content: string): ChatMessage {
  return { role, content }
}

/** A call of a tool of that name. */
export function callOf(name: string, form: ArgumentForm, word = name): ChatCall {
  const value = markerArguments(word)
  return {
    id: `${name}00000`.slice(0, 9),
    type: 'function',
    function: { name, arguments: form === 'object' ? value : JSON.stringify(value) },
  }
}

/** A turn of a run with marker words in every field. */
export function markerTurn(place: number, form: ArgumentForm, calls = 1): ChatMessage {
  const names = Array.from({ length: calls }, (_, call) => markerWord('call', place, call))
  return {
    role: 'assistant',
    content: markerWord('content', place),
    reasoning_content: markerWord('reasoning', place),
    ...(calls > 0 ? { tool_calls: names.map((name) => callOf(name, form)) } : {}),
  }
}

/** The answer to a call of an earlier turn. */
export function markerAnswer(place: number, turn: number, call = 0): ChatMessage {
  const name = markerWord('call', turn, call)
  return { role: 'tool', content: markerWord('content', place), tool_call_id: `${name}00000`.slice(0, 9), name }
}

/** A plain run: system, task, two turns with a call and its answer each, and a last word. */
export function plainRun(form: ArgumentForm): ChatMessage[] {
  return [
    said('system', markerWord('content', 0)),
    said('user', markerWord('content', 1)),
    markerTurn(2, form),
    markerAnswer(3, 2),
    markerTurn(4, form),
    markerAnswer(5, 4),
    markerTurn(6, form, 0),
  ]
}

/** The same with a later word of the user before the end, as harnesses put in to make a run go on. */
export function continuedRun(form: ArgumentForm): ChatMessage[] {
  return [...plainRun(form), said('user', markerWord('content', 7)), markerTurn(8, form, 0)]
}

/** What comes of it, or null where a template refuses. */
export function withoutFault<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}
