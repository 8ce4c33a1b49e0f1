import { type ExportPolicies, fault } from '#record'
import type { Chat } from './chat.ts'
import type { NoteBook } from './note-book.ts'

/** Assistant messages that are context only, by their place: other messages are never trained on. */
export function maskedTurns({ messages, masked }: Chat): number[] {
  return [...masked].filter((place) => messages[place]?.role === 'assistant').sort((a, b) => a - b)
}

/**
 * What a format that cannot say masks does with an example that has some.
 *
 * @returns whether the example stays out
 * @throws FaultError `bad-input` when the policy is to refuse
 */
export function leftOutForMasks(chat: Chat, policy: ExportPolicies['masks'], exampleId: string, book: NoteBook): boolean {
  const masked = maskedTurns(chat)
  if (masked.length === 0) return false
  if (policy === 'refuse') {
    throw fault('bad-input', `Example ${exampleId} has ${masked.length} turns that are context only, which this format cannot say.`, {
      culprit: exampleId,
      remedy: 'Choose a target that can (axolotl, openai, pretokenized), or another policy: masks=leave-out or masks=take-whole.',
    })
  }
  const isOut = policy === 'leave-out'
  const text = isOut ? 'Turns that are context only keep the example out.' : 'Turns that are context only are trained on like the others.'
  for (const place of masked) book.tell(isOut ? 'left-out' : 'lost', 'mask', chat.indexes[place] ?? null, text, `masks=${policy}`)
  return isOut
}
