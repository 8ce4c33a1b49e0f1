import type { ExportPolicies } from '#record'
import type { Chat } from './chat.ts'
import type { NoteBook } from './note-book.ts'

/** Assistant messages that are context only, by their place: other messages are never trained on. */
export function maskedTurns({ messages, masked }: Chat): number[] {
  return [...masked].filter((place) => messages[place]?.role === 'assistant').sort((a, b) => a - b)
}

/** What is told of an example whose masks a format cannot say, by the policy. */
const TOLD = {
  'leave-out': 'Turns that are context only keep the example out.',
  'take-whole': 'Turns that are context only are trained on like the others.',
  refuse: 'Turns are context only, which this format cannot say; axolotl, openai and pretokenized can.',
}

/** What a format that cannot say masks does with an example that has some: whether it stays out. */
export function leftOutForMasks(chat: Chat, policy: ExportPolicies['masks'], book: NoteBook): boolean {
  const masked = maskedTurns(chat)
  const isOut = policy !== 'take-whole'
  for (const place of masked) book.tell(isOut ? 'left-out' : 'lost', 'mask', chat.indexes[place] ?? null, TOLD[policy], `masks=${policy}`)
  return isOut && masked.length > 0
}

/** Whether nothing of a chat is trained on, which trainers refuse or make nothing of; it is told. */
export function isUntrained(chat: Chat, saysMasks: boolean, book: NoteBook): boolean {
  const turns = chat.messages.filter(({ role }) => role === 'assistant').length
  if (turns > 0 && !(saysMasks && maskedTurns(chat).length === turns)) return false
  book.tell(
    'left-out',
    turns === 0 ? 'content' : 'mask',
    null,
    turns === 0 ? 'There is no turn to train on.' : 'Every turn is context only.',
  )
  return true
}
