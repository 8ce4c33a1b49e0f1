import type { ExampleEdits, ExampleRow, RowNote } from '#record'
import type { EditedExample } from '#review'

/** What people changed of an example that leaves, as the manifest lists it: how much, never what a redaction took. */
export interface EditNote {
  example_id: string
  instance_id: string | null
  /** Assistant turns that are context only, and those that are trained on. */
  context_only: number
  trained_turns: number
  /** Index of the last message that leaves; null where nothing was cut. */
  last_message: number | null
  messages_left_out: number
  redactions: number
  /** The edits are about other bytes than the row's: none was applied. */
  is_stale: boolean
}

/** The note of an example that would leave, as far as it is told without its row: every turn may be trained on. */
export function expectedNote(row: ExampleRow, edits: ExampleEdits): EditNote {
  const { masked, cutAfter, redactions, contentHash } = edits
  const isStale = contentHash !== row.contentHash
  const stays = (index: number | null) => !isStale && (index === null || cutAfter === null || index <= cutAfter)
  return {
    example_id: row.id,
    instance_id: row.instanceId,
    context_only: masked.filter(stays).length,
    trained_turns: Number.POSITIVE_INFINITY,
    last_message: isStale ? null : cutAfter,
    messages_left_out: 0,
    redactions: redactions.filter(({ at }) => stays(at.messageIndex)).length,
    is_stale: isStale,
  }
}

/** The note of an example and how it leaves; null of one that nobody edited. */
export function editNoteOf(
  row: ExampleRow,
  edits: ExampleEdits,
  { example, masked, cutMessages, isStale }: EditedExample,
): EditNote | null {
  if (edits.contentHash === null) return null
  const last = example.messages.length - 1
  const turns = example.messages.filter(({ role }) => role === 'assistant').length
  const leaves = ({ at }: ExampleEdits['redactions'][number]) => at.messageIndex === null || at.messageIndex <= last
  return {
    example_id: row.id,
    instance_id: row.instanceId,
    context_only: masked.length,
    trained_turns: turns - masked.length,
    last_message: cutMessages > 0 ? last : null,
    messages_left_out: cutMessages,
    redactions: isStale ? 0 : edits.redactions.filter(leaves).length,
    is_stale: isStale,
  }
}

/** The same in a sentence, among the notes of the row; messages are those that are context only. */
export function rowNoteOf(note: EditNote, masked: readonly number[]): RowNote {
  if (note.is_stale) return about('lost', [], 'It was masked, cut or redacted when the row was another: nothing of that is applied.')
  const parts = [
    note.context_only > 0 && `${note.context_only === 1 ? '1 turn is' : `${note.context_only} turns are`} context only`,
    note.last_message !== null && `cut after message ${note.last_message}, ${note.messages_left_out} messages stay behind`,
    note.redactions > 0 && (note.redactions === 1 ? '1 redaction' : `${note.redactions} redactions`),
  ]
  return about('changed', [...masked], `As people left it: ${parts.filter((part) => part !== false).join('; ')}.`)
}

function about(kind: RowNote['kind'], messages: number[], text: string): RowNote {
  return { kind, about: 'edits', policy: null, messages, text }
}
