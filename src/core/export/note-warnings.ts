import type { NoteAbout } from '#record'
import { ROW_NOTES } from './row-index.ts'
import type { NoteCount } from './summary.ts'

/** What a note is about, as a sentence says it. */
const WORDS: Record<NoteAbout, string> = {
  reasoning: 'reasoning',
  content: 'text',
  role: 'roles',
  call: 'calls',
  arguments: 'arguments',
  'call-id': 'ids of calls',
  result: 'results',
  tools: 'tool definitions',
  mask: 'context-only turns',
  edits: 'edits',
  length: 'what is beyond the context length',
  template: 'what the template drops',
  patch: 'patch',
}

/** What formats and policies did to rows, a sentence a sort with its numbers; what people's own edits did has sentences of its own. */
export function noteWarnings(notes: readonly NoteCount[]): string[] {
  const told = notes.filter(({ about }) => about !== 'edits').map(sentenceOf)
  return told.length === 0 ? [] : [...told, `${ROW_NOTES} lists each of these rows.`]
}

function sentenceOf({ kind, about, policy, rows, messages }: NoteCount): string {
  const what = WORDS[about]
  const one = rows === 1
  const does =
    kind === 'lost'
      ? `${one ? 'loses' : 'lose'} ${what}`
      : kind === 'changed'
        ? `${one ? 'leaves' : 'leave'} with changed ${what}`
        : `${one ? 'is' : 'are'} left out for ${what}`
  const where = [messages > 0 && `${messages.toLocaleString('en-US')} ${messages === 1 ? 'message' : 'messages'}`, policy].filter(Boolean)
  return `${rows.toLocaleString('en-US')} ${one ? 'row' : 'rows'} ${does}${where.length > 0 ? ` (${where.join(', ')})` : ''}.`
}
