import type { Leaving, RowContext } from '../targets/target-format.ts'
import type { ExportTargetInfo } from '../types.ts'
import type { Chat } from './chat.ts'
import { chatOf } from './chat-of.ts'
import { isUntrained, leftOutForMasks } from './masks.ts'
import { NoteBook } from './note-book.ts'
import { fitted } from './overlong.ts'
import { withReasoning } from './reasoning.ts'

/** An example as the policies leave it, ready to be written. */
export interface RowChat {
  chat: Chat
  /** See `chatOf`. */
  argumentTexts: ReadonlyMap<string, string>
  /** What became of it so far; targets tell the rest here too. */
  book: NoteBook
  isLeftOut: boolean
  /** See `fitted`. */
  tokens: number | null
}

/**
 * The chat of an example under the plan's policies for reasoning, length and masks: the one way for every target that writes messages. A target that
 * renders counts itself, and gives a context without a context length.
 */
export function rowChat({ edited }: Leaving, context: RowContext, says: Pick<ExportTargetInfo['says'], 'reasoning' | 'masks'>): RowChat {
  const book = new NoteBook()
  const { chat, argumentTexts } = chatOf(edited, book)
  const placed = withReasoning(chat, context.policies.reasoning, says.reasoning, book)
  const fit = fitted(placed, context, book, edited.cutMessages > 0)
  const isOut = () => isUntrained(fit.chat, says.masks, book) || (!says.masks && leftOutForMasks(fit.chat, context.policies.masks, book))
  const isLeftOut = fit.isLeftOut || isOut()
  return { chat: fit.chat, argumentTexts, book, isLeftOut, tokens: fit.tokens }
}
