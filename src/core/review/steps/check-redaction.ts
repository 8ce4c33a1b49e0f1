import { type Example, type FaultError, fault, type Redaction, type TextPlace } from '#record'
import { isWrittenInContent } from './apply-edits.ts'
import { argumentsFormOf } from './redact-call.ts'
import { blackoutsIn, type TextForm } from './redact-text.ts'
import { wholeSpans } from './text-span.ts'

const CONTROL = /\p{C}|\p{Zl}|\p{Zp}/u

/**
 * A redaction with its place on whole characters and escapes.
 * @throws FaultError `bad-input` for a place that is not there or holds nothing to redact, or words that cannot stand there
 */
export function checkRedaction(example: Example, { at, replacement }: Redaction): Redaction {
  if (replacement === '' || CONTROL.test(replacement)) {
    throw refusal(example, at, 'what stands in its place must be words on one line', 'Use something like [redacted].')
  }
  const { text, form } = textAt(example, at)
  if (!Number.isInteger(at.start) || !Number.isInteger(at.end) || at.start < 0 || at.start >= at.end || at.end > text.length) {
    throw refusal(
      example,
      at,
      `there is no text from ${at.start} to ${at.end}`,
      `Offsets are 0 to ${text.length}, the end behind the start.`,
    )
  }
  const [whole] = wholeSpans(text, [at], form === 'json')
  const call = at.field === 'arguments' ? at.call : null
  const place = { ...at, call, start: whole?.start ?? at.start, end: whole?.end ?? at.end }
  if (blackoutsIn(text, [{ ...place, replacement }], form).length === 0)
    throw refusal(example, at, 'there is no text of its own', 'The marks and ends of a diff’s lines stay.')
  if (replacement.includes(text.slice(place.start, place.end))) {
    throw refusal(example, at, 'what stands in its place would say it again', 'Use other words, such as [redacted].')
  }
  return { at: place, replacement }
}

function textAt(example: Example, at: TextPlace): { text: string; form: TextForm } {
  if (at.field === 'patch') return { text: there(example, at, at.messageIndex === null ? example.patch : null), form: 'patch' }
  const message = at.messageIndex === null ? undefined : example.messages[at.messageIndex]
  if (at.field !== 'arguments') return { text: there(example, at, message?.[at.field]), form: 'plain' }
  const call = at.call === null ? undefined : message?.calls[at.call]
  if (call && isWrittenInContent(call.protocol)) {
    throw refusal(example, at, 'this call is written in the text of its message', 'Redact it there: field content.')
  }
  return { text: there(example, at, call?.argumentsText), form: call ? argumentsFormOf(call) : 'plain' }
}

function there(example: Example, at: TextPlace, text: string | null | undefined): string {
  if (text) return text
  throw refusal(example, at, 'there is no such text', 'Look at the example again.')
}

function refusal({ id }: Example, { messageIndex, field, call }: TextPlace, why: string, remedy: string): FaultError {
  const where = messageIndex === null ? field : `message ${messageIndex}, ${field}${call === null ? '' : ` of call ${call}`}`
  return fault('bad-input', `Example ${id}, ${where}: ${why}.`, { culprit: id, remedy })
}
