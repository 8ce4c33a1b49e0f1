import { countTokens } from '#measure'
import type { RowContext } from '../targets/target-format.ts'
import type { Chat, ChatMessage } from './chat.ts'
import { cutChat, fittingMessages } from './cut-to-fit.ts'
import type { NoteBook } from './note-book.ts'

/** What a template puts around a message, as ChatML does: two marks, the role, two line feeds. */
const AROUND = 5

/** What becomes of a chat by its length. */
interface Fitted {
  chat: Chat
  /** Of what is left, without what a template adds, as `model_tokens` are counted; null where the workspace's tokenizer did not count it. */
  tokens: number | null
  isLeftOut: boolean
}

/**
 * A chat as the policy for overlong examples leaves it, for targets that do not render: tokens are those of texts, calls and tool definitions by the
 * workspace's tokenizer, else by cl100k_base, with five a message for what a template adds. Nothing is counted without a context length, but for a run that
 * is cut already: what was measured of it is of the whole.
 */
export function fitted(
  chat: Chat,
  { options, policies, encoder }: Pick<RowContext, 'options' | 'policies' | 'encoder'>,
  book: NoteBook,
  isCut = false,
): Fitted {
  const limit = options.contextLength ?? Number.POSITIVE_INFINITY
  if (options.contextLength === null && !(isCut && encoder)) return { chat, tokens: null, isLeftOut: false }
  const count = encoder ? (text: string) => encoder.encode(text).ids.length : countTokens
  const tokens = chat.messages.map((message) => AROUND + count(textOf(message)))
  const before = chat.tools.length > 0 ? count(JSON.stringify(chat.tools)) : 0
  const total = tokens.reduce((sum, one) => sum + one, before)
  const written = (messages: number) => (encoder ? tokens.slice(0, messages).reduce((sum, one) => sum + one - AROUND, before) : null)
  const whole = { chat, tokens: written(tokens.length), isLeftOut: false }
  if (total <= limit) return whole
  const length = `About ${shown(total)} tokens by ${encoder?.encoding ?? 'cl100k_base'}, and the context length is ${shown(limit)}`
  const policy = `overlong=${policies.overlong}`
  if (policies.overlong === 'take') {
    book.tell('lost', 'length', null, `${length}: the trainer cuts the example or drops it.`, policy)
    return whole
  }
  const kept = policies.overlong === 'cut' ? fittingMessages(chat.messages, tokens, before, limit) : null
  if (kept === null) {
    const why = policies.overlong === 'cut' ? 'not even its first step fits' : 'it stays out'
    book.tell('left-out', 'length', null, `${length}: ${why}.`, policy)
    return { chat, tokens: null, isLeftOut: true }
  }
  for (const index of chat.indexes.slice(kept)) book.tell('lost', 'length', index, `${length}: cut after the last step that fits.`, policy)
  return { chat: cutChat(chat, kept), tokens: written(kept), isLeftOut: false }
}

function textOf({ content, reasoning_content = '', tool_calls = [] }: ChatMessage): string {
  return content + reasoning_content + tool_calls.map(({ function: called }) => JSON.stringify(called)).join('')
}

function shown(count: number): string {
  return count.toLocaleString('en-US')
}
