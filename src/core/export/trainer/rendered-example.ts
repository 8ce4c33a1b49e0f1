import { fault } from '#record'
import { argumentsForm } from '../chat/arguments.ts'
import type { NoteBook } from '../chat/note-book.ts'
import { rowChat } from '../chat/row-chat.ts'
import { messagesAs } from '../targets/message-rows.ts'
import type { Leaving, RowContext } from '../targets/target-format.ts'
import type { ChatTemplate, RenderedChat, TemplateChat } from '../template/chat-template.ts'

/** What the rendering targets say: a text has no place for masks, labels have. */
export const RENDERED_SAYS = {
  chatml: { reasoning: true, masks: false, tools: true },
  pretokenized: { reasoning: true, masks: true, tools: true },
}

/** Targets that write what a template renders. */
export type RenderedTarget = keyof typeof RENDERED_SAYS

/** An example as the chosen template writes it. */
export interface RenderedExample {
  chat: TemplateChat
  /** A text row is trained on whole. */
  rendered: RenderedChat
  book: NoteBook
  /** A policy keeps it out. */
  isLeftOut: boolean
}

/**
 * Renders an example for a target that writes rendered text, under the policies for reasoning and masks: arguments in the form the template takes, unless
 * the plan names one.
 *
 * @throws FaultError `bad-input` without a template, or where it stops
 */
export function renderedExample(target: RenderedTarget, one: Leaving, context: RowContext): RenderedExample {
  const template = templateOf(context)
  const uncounted = { ...context, options: { ...context.options, contextLength: null } }
  const { chat, argumentTexts, book, isLeftOut } = rowChat(one, uncounted, RENDERED_SAYS[target])
  const given: TemplateChat = { ...chat, messages: messagesAs(argumentsForm(context, 'object'), chat, argumentTexts) }
  const rendered = template.render(given)
  const trained = target === 'chatml' ? [{ start: 0, end: rendered.text.length }] : rendered.trained
  return { chat: given, rendered: { ...rendered, trained }, book, isLeftOut }
}

/** The template of the plan. */
function templateOf({ template }: RowContext): ChatTemplate {
  if (template) return template
  throw fault('bad-input', 'This target writes what a chat template renders, and none is chosen.', {
    culprit: 'template',
    remedy: 'Take a model’s template into the workspace (winnow template PATH) and name it.',
  })
}
