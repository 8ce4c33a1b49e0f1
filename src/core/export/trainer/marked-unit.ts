import type { Call, Example, JsonObject, Message } from '#record'
import { isWrittenInContent } from '#review'
import type { Leaving, Unit } from '../targets/target-format.ts'
import { markerArguments, markerWord } from '../template/markers.ts'

/** A unit with a short word of its own in every field, so that what a format or a template does to it can be seen. Nothing of it is context only. */
export function markedUnit(unit: Unit): Unit {
  return unit.kind === 'example' ? { kind: 'example', one: marked(unit.one) } : { ...unit, chosen: marked(unit.chosen) }
}

function marked({ row, edited }: Leaving): Leaving {
  const { example } = edited
  const messages = example.messages.map(markedMessage)
  return { row, edited: { ...edited, masked: [], example: { ...example, messages, tools: markedTools(example) } } }
}

function markedMessage(message: Message): Message {
  const { index, content, reasoning, calls } = message
  return {
    ...message,
    content: isBlank(content) ? content : markerWord('content', index),
    reasoning: reasoning === null || isBlank(reasoning) ? reasoning : markerWord('reasoning', index),
    calls: calls.map((call, place) => markedCall(call, markerWord('call', index, place))),
  }
}

function markedCall(call: Call, word: string): Call {
  if (isWrittenInContent(call.protocol)) return call
  const value = markerArguments(word)
  return { ...call, name: word, arguments: value, argumentsText: JSON.stringify(value), argumentsError: null }
}

function markedTools({ tools }: Example): JsonObject[] {
  return tools.map((_, place) => ({
    type: 'function',
    function: { name: markerWord('tool', place), description: 'A tool.', parameters: { type: 'object', properties: {} } },
  }))
}

/** White space alone is nothing a marker could stand for. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text)
}
