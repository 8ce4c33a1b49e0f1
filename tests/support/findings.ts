import { type Check, subjectOf } from '#measure'
import type { Evidence, EvidencePart, Example, TextPlace } from '#record'
import { QUOTE_UNITS } from '#record'
import type { MessageSketch } from './examples.ts'

/** Messages that know at which place of a trajectory they stand. */
export type Turn = (at: number) => MessageSketch[]

/** Turns one after the other. */
export function play(turns: readonly Turn[]): MessageSketch[] {
  const messages: MessageSketch[] = []
  for (const one of turns) messages.push(...one(messages.length))
  return messages
}

/** What a check finds in an example. */
export function findIn(check: Check, example: Example): Evidence[] {
  return check.find(subjectOf(example))
}

/** The kinds a check finds in an example, in order. */
export function kindsIn(check: Check, example: Example): string[] {
  return findIn(check, example).map(({ kind }) => kind)
}

/** A check's numbers of an example, by measure id. */
export function numbersOf(check: Check, example: Example): Record<string, unknown> {
  const subject = subjectOf(example)
  const evidence = check.find(subject)
  return Object.fromEntries(check.measures.map((measure) => [measure.id, measure.compute(evidence, subject)]))
}

/** What is wrong with the places of evidence: a place outside its text, a quote that does not stand there, a kind the check does not tell of. */
export function misplaced(check: Check, example: Example): string[] {
  return findIn(check, example).flatMap((one) => [
    ...(Object.hasOwn(check.kinds, one.kind) ? [] : [`unknown kind ${one.kind}`]),
    ...(one.at ? wrong(one.at, one.quote, example) : one.quote === '' ? [] : [`${one.kind} quotes without a place`]),
    ...one.parts.flatMap(({ at, quote }: EvidencePart) => wrong(at, quote, example)),
  ])
}

function wrong(at: TextPlace, quote: string, example: Example): string[] {
  const text = textAt(at, example)
  if (text === null) return [`no text at ${JSON.stringify(at)}`]
  const isInside = at.start >= 0 && at.start <= at.end && at.end <= text.length
  const isQuoted = text.slice(at.start, at.end).startsWith(quote) && quote.length >= Math.min(at.end - at.start, QUOTE_UNITS) - 1
  return isInside && isQuoted ? [] : [`${JSON.stringify(at)} of ${text.length} units does not say ${JSON.stringify(quote.slice(0, 80))}`]
}

function textAt({ messageIndex, field, call }: TextPlace, example: Example): string | null {
  if (field === 'patch') return example.patch
  const message = messageIndex === null ? undefined : example.messages[messageIndex]
  if (field === 'arguments') return (call === null ? undefined : message?.calls[call]?.argumentsText) ?? null
  return (field === 'content' ? message?.content : message?.reasoning) ?? null
}
