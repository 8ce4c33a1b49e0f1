import type { Call, Example, Message, TextPlace } from '#record'
import { isWrittenInContent } from './apply-edits.ts'
import { argumentsFormOf } from './redact-call.ts'
import { escapesOf, type TextSpan } from './text-span.ts'

/** Most places told. */
export const MOST_OCCURRENCES = 1_000

/**
 * Every place a text stands in: reasoning, content and arguments in the order of the run, the patch last; exactly these letters, none overlapping. In
 * arguments that are JSON it is also found as JSON writes it, whole or in ASCII only, and as a text of JSON inside a text.
 */
export function findOccurrences(example: Example, text: string): TextPlace[] {
  const places: TextPlace[] = []
  const forms = jsonFormsOf(text)
  const add = (place: Omit<TextPlace, 'start' | 'end'>, spans: Iterable<TextSpan>): void => {
    for (const { start, end } of spans) if (places.length < MOST_OCCURRENCES) places.push({ ...place, start, end })
  }
  for (const message of example.messages) {
    for (const field of ['reasoning', 'content'] as const) {
      add({ messageIndex: message.index, field, call: null }, spansOf(message[field] ?? '', text))
    }
    for (const [call, one] of ownCallsOf(message)) add({ messageIndex: message.index, field: 'arguments', call }, spansIn(one, text, forms))
  }
  if (example.patch) add({ messageIndex: null, field: 'patch', call: null }, spansOf(example.patch, text))
  return places
}

/** Calls with a text of their own, by their place; what is written into the content is found there. */
function ownCallsOf({ calls }: Message): [number, Call][] {
  return [...calls.entries()].filter(([, { protocol }]) => !isWrittenInContent(protocol))
}

function spansIn(call: Call, text: string, forms: readonly string[]): TextSpan[] {
  const { argumentsText } = call
  if (argumentsFormOf(call) === 'plain') return [...spansOf(argumentsText, text)]
  const found = forms.flatMap((form) => [...spansOf(argumentsText, form)]).toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return outsideEscapes(argumentsText, found).filter((span) => {
    const isApart = span.start >= end
    if (isApart) end = span.end
    return isApart
  })
}

/** At most as many as are told. */
function* spansOf(text: string, wanted: string): Generator<TextSpan> {
  let count = 0
  for (let start = text.indexOf(wanted); start !== -1 && count < MOST_OCCURRENCES; start = text.indexOf(wanted, start + wanted.length)) {
    yield { start, end: start + wanted.length }
    count += 1
  }
}

/** How JSON writes a text: as it is, in ASCII alone (Python's default), with slashes escaped; and the same of a text that is itself JSON. */
function jsonFormsOf(text: string): string[] {
  const once = [escaped(text), inAscii(escaped(text)), escaped(text).replaceAll('/', '\\/')]
  const twice = once.map(escaped)
  return [...new Set([...once, ...twice])]
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function inAscii(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Spans that begin inside an escape are none: the `n` of a line feed is no letter. */
function outsideEscapes(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const inside = new Set<number>()
  let next = 0
  for (const one of escapesOf(text)) {
    while (next < spans.length && (spans[next]?.start ?? 0) <= one.start) next += 1
    for (; (spans[next]?.start ?? Number.POSITIVE_INFINITY) < one.end; next += 1) inside.add(spans[next]?.start ?? 0)
    if (next === spans.length) break
  }
  return spans.filter(({ start }) => !inside.has(start))
}
