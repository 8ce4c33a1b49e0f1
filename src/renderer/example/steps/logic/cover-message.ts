import type { TextPlace } from '../../logic/find-plan.ts'
import type { CallView, Detail, MessageView } from '../../types.ts'
import { type Cover, coverText, coverTexts, readCovered, wordsOf } from './cover-text.ts'

type Redaction = Detail['edits']['redactions'][number]

/** What is redacted of one text. */
export function coversAt(redactions: readonly Redaction[], { message, field, call }: TextPlace): Cover[] {
  return redactions
    .filter(({ at }) => at.messageIndex === message && at.field === field && at.call === call)
    .map(({ at: { start, end }, replacement }) => ({ start, end, replacement }))
}

/** A message with all that is redacted of it covered, wherever the page shows it; the very same where nothing is. */
export function coverMessage(message: MessageView, redactions: readonly Redaction[], words: readonly string[]): MessageView {
  const here = redactions.filter(({ at }) => at.messageIndex === message.index)
  if (here.length === 0) return message
  const at = (field: TextPlace['field'], call: number | null = null) => coversAt(here, { message: message.index, field, call })
  const { content, reasoning, calls } = message
  const inContent = goneOf(content.text, at('content'), false)
  return {
    ...message,
    content: { ...content, text: coverText(content.text, at('content'), words) },
    reasoning: reasoning && { ...reasoning, text: coverText(reasoning.text, at('reasoning'), words) },
    calls: calls.map((call, place) => {
      const covers = at('arguments', place)
      const isJson = call.protocol === 'structured' && call.argumentsError === null
      const gone = [...goneOf(call.argumentsText.text, covers, isJson), ...(call.protocol === 'structured' ? [] : inContent)]
      const text = coverTexts(
        coverText(call.argumentsText.text, covers, words),
        covers.length > 0 ? [] : inContentOf(call, inContent),
        words,
      )
      return { ...call, argumentsText: { ...call.argumentsText, text }, act: coverAct(call.act, (one) => coverTexts(one, gone, words)) }
    }),
  }
}

/** Messages with the words for what is redacted written out, for titles and the like: nothing of it is told beside the run either. */
export function tellMessages(messages: MessageView[], redactions: readonly Redaction[]): MessageView[] {
  if (redactions.length === 0) return messages
  const words = wordsOf(redactions)
  const tell = (text: string) => readCovered(text, words)
  return messages.map((message) => {
    const { content, calls, ...rest } = coverMessage(message, redactions, words)
    return {
      ...rest,
      content: { ...content, text: tell(content.text) },
      calls: calls.map((call) => ({ ...call, act: coverAct(call.act, tell) })),
    }
  })
}

interface Gone {
  text: string
  replacement: string
}

/** A call that is written in its message's text shows pieces of that. */
function inContentOf({ protocol }: CallView, gone: readonly Gone[]): readonly Gone[] {
  return protocol === 'structured' || protocol === 'action' ? [] : gone
}

function goneOf(text: string, covers: readonly Cover[], isJson: boolean): Gone[] {
  const read = (piece: string) => (isJson ? spoken(piece) : piece)
  // A thousand places of one word are one word to look for.
  return [...new Map(covers.map(({ start, end, replacement }) => [read(text.slice(start, end)), replacement]))].map(([gone, words]) => ({
    text: gone,
    replacement: words,
  }))
}

/** A piece of a JSON text as it is read. */
export function spoken(piece: string): string {
  try {
    return String(JSON.parse(`"${piece}"`))
  } catch {
    return piece
  }
}

function coverAct(act: CallView['act'], cover: (text: string) => string): CallView['act'] {
  switch (act.kind) {
    case 'shell':
      return { ...act, command: cover(act.command) }
    case 'think':
      return { ...act, thought: cover(act.thought) }
    case 'view':
      return { ...act, path: cover(act.path) }
    case 'edit':
      return { ...act, path: cover(act.path), change: coverChange(act.change, cover) }
    default:
      return act
  }
}

function coverChange(change: Extract<CallView['act'], { kind: 'edit' }>['change'], cover: (text: string) => string) {
  if (change.kind === 'undo') return change
  return change.kind === 'replace'
    ? { ...change, before: cover(change.before), after: cover(change.after) }
    : { ...change, text: cover(change.text) }
}
