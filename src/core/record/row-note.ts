/** What a {@link RowNote} can be about. */
export const NOTE_ABOUT = [
  'reasoning',
  'content',
  'role',
  'call',
  'arguments',
  'call-id',
  'result',
  'tools',
  'mask',
  'edits',
  'length',
  'template',
  'patch',
] as const

/** See {@link NOTE_ABOUT}. */
export type NoteAbout = (typeof NOTE_ABOUT)[number]

/**
 * What became of one example on its way out, other than being written as it is. `lost`: something it has is in no file · `changed`: it leaves in another
 * form, by the policy named · `left-out`: the example does not leave, by the policy named.
 */
export interface RowNote {
  kind: 'lost' | 'changed' | 'left-out'
  about: NoteAbout
  /** Name of the policy that did it, with its value: `reasoning=into-content`; null where the format itself leaves no choice. */
  policy: string | null
  /** Messages it is about, by their index in the row; empty for the whole example. */
  messages: number[]
  /** One sentence for people. */
  text: string
}
