import type { Example, ExampleEdits, Message, Redaction } from '#record'
import { cutEnd } from './cut-end.ts'
import { redactCall, redactWrittenCall } from './redact-call.ts'
import { type Blackout, redactText } from './redact-text.ts'

/** An example as it leaves. */
export interface EditedExample {
  /** The very same where nothing of it changes. */
  example: Example
  /** Indexes of messages that are context only, of those that stay. */
  masked: number[]
  /** Messages behind the cut, which stay behind. */
  cutMessages: number
  /** The edits are about other bytes than the example's: none was applied. */
  isStale: boolean
}

/**
 * An example as people's edits leave it: cut, redacted, with the messages that are context only beside it. Places are in the row as it is, so it does
 * not matter in which order edits were made. Messages that stay keep their indexes, every call its result, every result its call. The patch is what the
 * whole run made, and stays whole in a run that is cut.
 */
export function applyEdits(example: Example, edits: ExampleEdits): EditedExample {
  const { messages } = example
  if (edits.contentHash === null) return { example, masked: [], cutMessages: 0, isStale: false }
  if (edits.contentHash !== example.contentHash) return { example, masked: [], cutMessages: 0, isStale: true }
  const last = edits.cutAfter === null ? messages.length - 1 : cutEnd(messages, edits.cutAfter)
  const cutMessages = messages.length - 1 - last
  return {
    example: cutMessages === 0 && edits.redactions.length === 0 ? example : rewritten(example, last, edits.redactions),
    masked: edits.masked.filter((index) => index <= last),
    cutMessages,
    isStale: false,
  }
}

function rewritten(example: Example, last: number, redactions: readonly Redaction[]): Example {
  const touched = new Set(redactions.map(({ at }) => at.messageIndex))
  const inMessage = (index: number | null) => (touched.has(index) ? redactions.filter(({ at }) => at.messageIndex === index) : [])
  const messages = example.messages.slice(0, last + 1).map((message) => redactMessage(message, inMessage(message.index)))
  const inPatch = inMessage(null).map(blackoutOf)
  return { ...example, messages, patch: example.patch === null ? null : redactText(example.patch, inPatch, 'patch') }
}

function redactMessage(message: Message, redactions: readonly Redaction[]): Message {
  if (redactions.length === 0) return message
  const of = (field: Redaction['at']['field'], call: number | null = null): Blackout[] =>
    redactions.filter(({ at }) => at.field === field && at.call === call).map(blackoutOf)
  const { content, reasoning, calls } = message
  const inContent = of('content')
  return {
    ...message,
    content: redactText(content, inContent, 'plain'),
    reasoning: reasoning === null ? null : redactText(reasoning, of('reasoning'), 'plain'),
    calls: calls.map((call, place) =>
      isWrittenInContent(call.protocol) && inContent.length > 0
        ? redactWrittenCall(call, content, inContent)
        : redactCall(call, of('arguments', place)),
    ),
  }
}

/** Whether a call is a piece of its message's content, and has no text of its own. */
export function isWrittenInContent(protocol: Message['calls'][number]['protocol']): boolean {
  return protocol !== 'structured' && protocol !== 'action'
}

function blackoutOf({ at: { start, end }, replacement }: Redaction): Blackout {
  return { start, end, replacement }
}
