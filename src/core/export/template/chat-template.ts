import type { JsonObject, TemplateInfo, TextSpan } from '#record'
import type { Chat } from '../chat/chat.ts'

/** A chat as a template wrote it. */
export interface RenderedChat {
  text: string
  /** What is trained on: what the template marks, else what assistant turns say, without the messages that are context only. Ascending. */
  trained: TextSpan[]
  /** Where each message stands, by its index in the example's row; one the template leaves out has none. */
  places: (TextSpan & { messageIndex: number })[]
}

/** A chat template that was read and tried. */
export interface ChatTemplate {
  info: TemplateInfo
  /**
   * Renders a chat.
   *
   * @param extra further variables, such as `enable_thinking`
   * @throws FaultError `bad-input` with what the template said, such as its own `raise_exception`
   */
  render(chat: Chat, extra?: JsonObject): RenderedChat
}
