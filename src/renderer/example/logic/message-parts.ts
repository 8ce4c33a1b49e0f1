import type { MessageView } from '../types.ts'

/** A message's own words around the calls that a text protocol writes inside them. */
export interface MessageParts {
  /** Words before the first call. */
  before: string
  /** Words behind the last call. */
  after: string
  /** True when calls were taken out, so that the whole text is more than the two parts. */
  hasTakenOut: boolean
}

/** Lines that only open or close a call: fences, tags, and a lone end mark. */
const OPENER =
  /(?:```[\w-]*|<(?:command|execute_bash|execute_ipython|execute)>|<function=[^>\n]{0,100}>|<parameter=[^>\n]{0,100}>|~~~[\w-]*)\s*$/
const CLOSER = /^\s*(?:```|~~~|<\/(?:command|execute_bash|execute_ipython|execute|parameter|function)>)/

/**
 * Takes the calls' own text out of a message that writes its calls as text, because they are drawn as calls. What cannot be found
 * in the text stays: nothing is hidden on a guess.
 */
export function messageParts(message: Pick<MessageView, 'content' | 'calls'>): MessageParts {
  const text = message.content.text
  const whole: MessageParts = { before: text, after: '', hasTakenOut: false }
  const written = message.calls.filter((call) => call.protocol !== 'structured')
  if (written.length === 0 || message.content.size > text.length) return whole
  const spans = written.map((call) =>
    spanOf(text, call.act.kind === 'shell' ? [call.act.command, call.argumentsText.text] : [call.argumentsText.text]),
  )
  const starts = spans.flatMap((span) => (span ? [span.start] : []))
  const ends = spans.flatMap((span) => (span ? [span.end] : []))
  if (starts.length !== written.length) return whole
  return {
    before: withoutOpeners(text.slice(0, Math.min(...starts))),
    after: withoutClosers(text.slice(Math.max(...ends))),
    hasTakenOut: true,
  }
}

function spanOf(text: string, candidates: string[]): { start: number; end: number } | null {
  for (const candidate of candidates) {
    const wanted = candidate.trim()
    const start = wanted === '' ? -1 : text.lastIndexOf(wanted)
    if (start !== -1) return { start, end: start + wanted.length }
  }
  return null
}

function withoutOpeners(text: string): string {
  let rest = text.trimEnd()
  for (let i = 0; i < 4; i++) {
    const next = rest.replace(OPENER, '').trimEnd()
    if (next === rest) break
    rest = next
  }
  return rest
}

function withoutClosers(text: string): string {
  let rest = text
  for (let i = 0; i < 4; i++) {
    const next = rest.replace(CLOSER, '')
    if (next === rest) break
    rest = next
  }
  return rest.trim()
}
