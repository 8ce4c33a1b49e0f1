import type { MarkerCheck, MarkerCheckId, Message } from '#record'
import { isWrittenInContent } from '#review'
import type { RowContext, TargetFormat, Unit } from '../targets/target-format.ts'
import { oneOf } from '../targets/target-row.ts'
import { type ArgumentsFound, findArguments, holds, markerWord } from '../template/markers.ts'
import { isBlank, markedUnit } from './marked-unit.ts'
import { readingOf } from './reading.ts'

/** What of a row there should be, and in which message. */
interface Wanted {
  messageIndex: number
  isThere: boolean
}

/** What is told of reasoning and of results, by how many there should be. */
export const REASONING_WORDS = (kept: string, of: string) =>
  of === '0' ? 'no turn has reasoning' : `reasoning kept in ${kept} of ${of} turns`
export const RESULT_WORDS = (kept: string, of: string) => `${kept} of ${of} results are there`

/** Policies and options that change nothing of what is written, so that a small row with markers is made like the real one. */
function openContext({ policies, options, template }: RowContext): RowContext {
  return {
    policies: { ...policies, lost: 'take', overlong: 'take', masks: 'take-whole' },
    options: { ...options, contextLength: null },
    template,
    encoder: null,
  }
}

/**
 * What a format and a template keep of a row: it is made once more with a short word in every field, and these are looked for in what the trainer reads.
 *
 * @throws FaultError `bad-input` where the template stops
 */
export function markerChecks(format: TargetFormat, unit: Unit, context: RowContext): MarkerCheck[] {
  const open = openContext(context)
  const marked = markedUnit(unit)
  const { texts } = readingOf(format, marked, null, open)
  const { messages, tools } = oneOf(unit).edited.example
  const found = (word: string) => holds(texts, word)
  const calls = messages.flatMap(({ index, calls: made, role }) =>
    role === 'assistant'
      ? made.flatMap((call, place) => (isWrittenInContent(call.protocol) ? [] : [{ index, word: markerWord('call', index, place) }]))
      : [],
  )
  const said = (all: readonly Message[]): Wanted[] =>
    all.flatMap(({ index, content }) => (isBlank(content) ? [] : [{ messageIndex: index, isThere: found(markerWord('content', index)) }]))
  const thoughts = messages.filter(({ reasoning }) => reasoning !== null && !isBlank(reasoning))
  return [
    counted('messages', said(messages), (kept, of) => `text of ${kept} of ${of} messages is there`),
    counted(
      'reasoning',
      thoughts.map(({ index }) => ({ messageIndex: index, isThere: found(markerWord('reasoning', index)) })),
      REASONING_WORDS,
    ),
    counted(
      'tools',
      tools.map((_, place) => ({ messageIndex: -1, isThere: found(markerWord('tool', place)) })),
      (kept, of) => (of === '0' ? 'the example names no tools' : `${kept} of ${of} tools in the prompt`),
    ),
    counted(
      'calls',
      calls.map(({ index, word }) => ({ messageIndex: index, isThere: found(word) })),
      (kept, of) => (of === '0' ? 'no call but what is written in the text' : `${kept} of ${of} calls are there`),
    ),
    argumentsCheck(calls.map(({ index, word }) => ({ messageIndex: index, found: findArguments(texts, word) }))),
    counted('results', said(messages.filter(({ result }) => result?.call)), RESULT_WORDS),
  ]
}

function counted(id: MarkerCheckId, wanted: readonly Wanted[], words: (kept: string, of: string) => string): MarkerCheck {
  const lost = wanted.filter(({ isThere }) => !isThere)
  const kept = wanted.length - lost.length
  return {
    id,
    state: lost.length > 0 ? 'lost' : 'ok',
    kept,
    of: wanted.length,
    messages: indexesOf(lost),
    text: words(shown(kept), shown(wanted.length)),
  }
}

function argumentsCheck(calls: readonly { messageIndex: number; found: ArgumentsFound }[]): MarkerCheck {
  const wrong = calls.filter(({ found }) => found !== 'whole')
  const encoded = calls.filter(({ found }) => found === 'encoded').length
  const missing = wrong.length - encoded
  const kept = calls.length - wrong.length
  const told = [
    encoded > 0 && `arguments double-encoded in ${shown(encoded)} calls`,
    missing > 0 && `arguments missing in ${shown(missing)} calls`,
  ]
  return {
    id: 'arguments',
    state: wrong.length > 0 ? 'lost' : 'ok',
    kept,
    of: calls.length,
    messages: indexesOf(wrong),
    text:
      told.filter((text) => text !== false).join(', ') ||
      `arguments whole and encoded once in ${shown(kept)} of ${shown(calls.length)} calls`,
  }
}

/** Ascending, each once; what belongs to no message is -1. */
function indexesOf(places: readonly { messageIndex: number }[]): number[] {
  const indexes = places.map(({ messageIndex }) => messageIndex).filter((index) => index >= 0)
  return [...new Set(indexes)].sort((a, b) => a - b)
}

/** A number for people. */
export function shown(count: number): string {
  return count.toLocaleString('en-US')
}
