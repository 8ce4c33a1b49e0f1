import { type Example, type FaultError, fault, type Redaction, type TextPlace } from '#record'
import { isWrittenInContent } from './apply-edits.ts'
import { argumentsFormOf } from './redact-call.ts'
import { blackoutsIn, type TextForm } from './redact-text.ts'
import { wholeSpans } from './text-span.ts'

const CONTROL = /\p{C}|\p{Zl}|\p{Zp}/u

/**
 * Redactions with their places on whole characters and escapes. Each text is walked once, however many there are of it.
 * @throws FaultError `bad-input` for a place that is not there or holds nothing to redact, or words that cannot stand there
 */
export function checkRedactions(example: Example, redactions: readonly Redaction[]): Redaction[] {
  const inText = new Map<string, { at: TextPlace; place: number }[]>()
  for (const [place, { at, replacement }] of redactions.entries()) {
    checkWords(example, at, replacement)
    const key = [at.messageIndex, at.field, at.call].join()
    const others = inText.get(key)
    if (others) others.push({ at, place })
    else inText.set(key, [{ at, place }])
  }
  const checked = [...redactions]
  for (const [first, ...others] of inText.values()) {
    if (!first) continue
    const { text, form } = textAt(example, first.at)
    const spans = [first, ...others].map(({ at, place }) => ({ ...within(example, at, text), place }))
    for (const { place, ...at } of wholeSpans(text, spans, form === 'json')) {
      checked[place] = checkText(example, { at, replacement: redactions[place]?.replacement ?? '' }, text, form)
    }
  }
  return checked
}

function checkWords(example: Example, at: TextPlace, words: string): void {
  if (words !== '' && !CONTROL.test(words)) return
  throw refusal(example, at, 'what stands in its place must be words on one line', 'Use something like [redacted].')
}

function within(example: Example, at: TextPlace, { length }: string): TextPlace {
  const { start, end } = at
  const isThere = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
  if (isThere) return { ...at, call: at.field === 'arguments' ? at.call : null }
  throw refusal(example, at, `there is no text from ${start} to ${end}`, `Offsets are 0 to ${length}, the end behind the start.`)
}

function checkText(example: Example, { at, replacement }: Redaction, text: string, form: TextForm): Redaction {
  if (form === 'patch' && blackoutsIn(text, [{ start: at.start, end: at.end, replacement }], form).length === 0) {
    throw refusal(example, at, 'there is no text of its own', 'The marks and ends of a diff’s lines stay.')
  }
  if (replacement.includes(text.slice(at.start, at.end))) {
    throw refusal(example, at, 'what stands in its place would say it again', 'Use other words, such as [redacted].')
  }
  return { at, replacement }
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
