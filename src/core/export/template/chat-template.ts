import type { JsonObject, TemplateInfo, TextSpan } from '#record'
import type { ChatMessage } from '../chat/chat.ts'

/** A chat as a trainer hands it to a template: `arguments` of calls as an object or as text, whichever the row has. */
export interface TemplateChat {
  messages: readonly ChatMessage[]
  /** Index in the example's row of each message. */
  indexes: readonly number[]
  tools: readonly JsonObject[]
  /** Which of the messages are context only, by their place in `messages`. */
  masked: ReadonlySet<number>
  /** The trainer is axolotl, which does not know `{% generation %}`, and takes for a turn what it would write otherwise if it said another thing. */
  ignoresMarks?: boolean
}

/** A chat as a template wrote it. */
export interface RenderedChat {
  text: string
  /**
   * What is trained on: what the template marks, else what assistant turns say behind the words that open them, up to and with the word that ends
   * them; without the messages that are context only. Ascending, never overlapping. Null where the template is written so that nobody can tell.
   */
  trained: TextSpan[] | null
  /** Where each message stands, by its index in the example's row; one the template leaves out has none. */
  places: (TextSpan & { messageIndex: number })[]
}

/** A chat template that was read and tried. */
export interface ChatTemplate {
  info: TemplateInfo
  /** Words of its own that open, end or part messages, such as `<|im_end|>`: in a message's text a trainer reads them as such. */
  controlWords: readonly string[]
  /**
   * Renders a chat.
   *
   * @param extra further variables, such as `enable_thinking`
   * @throws FaultError `bad-input` with what the template said, such as its own `raise_exception`, or that it does not come to an end
   */
  render(chat: TemplateChat, extra?: JsonObject): RenderedChat
}
