import type { TargetId } from './export-plan.ts'
import type { RowNote } from './row-note.ts'

/** A piece of the rendered text, by UTF-16 offsets. */
export interface TextSpan {
  start: number
  end: number
}

/** What the marker checks ask, in the order they are told. */
export const MARKER_CHECKS = ['messages', 'reasoning', 'tools', 'calls', 'arguments', 'results', 'trained', 'length'] as const

/** See {@link MARKER_CHECKS}. */
export type MarkerCheckId = (typeof MARKER_CHECKS)[number]

/**
 * One question about a row as the trainer reads it. `ok`: all of it is there · `lost`: some of it is not · `warn`: there, but not as it should be ·
 * `unknown`: nothing here can tell, such as the length without a tokenizer.
 */
export interface MarkerCheck {
  id: MarkerCheckId
  state: 'ok' | 'lost' | 'warn' | 'unknown'
  /** How many turns, calls, results... are as they should be, of how many; null where it is no count. */
  kept: number | null
  of: number | null
  /** Messages with something wrong, by their index in the row. */
  messages: number[]
  /** One sentence with its numbers: "reasoning kept in 3 of 41 turns". */
  text: string
}

/** Tokens of a row as the trainer reads it. */
export interface TrainerTokens {
  /** What they are counted by: name and version, as stored with every count. */
  encoding: string
  total: number
  trained: number
  /** By the role of the message they belong to; '' is what the template puts between messages. */
  byRole: Record<string, { total: number; trained: number }>
  contextLength: number | null
  /** Index of the first message that is cut off, and the number of tokens behind the cut; null when all fits. */
  cut: { messageIndex: number; tokens: number } | null
}

/** A row as a trainer reads it: what an export would write, through the chat template where one is chosen. */
export interface TrainerView {
  target: TargetId
  /** Name of the template; null where the row is shown as the file has it. */
  template: string | null
  /** The text the model sees, or the row of the file as indented JSON. */
  text: string
  /** Pieces of the text that are trained on, ascending, never overlapping; null where nothing here can tell. */
  trained: TextSpan[] | null
  /** Where each message stands in the text, by its index in the row; a message the template leaves out has none. */
  places: (TextSpan & { messageIndex: number })[]
  tokens: TrainerTokens | null
  checks: MarkerCheck[]
  /** What the format and the policies do to it. */
  notes: RowNote[]
  /** True when a policy keeps it out of the export. */
  isLeftOut: boolean
}

/** A chat template taken into a workspace. */
export interface TemplateInfo {
  /** First 12 hex digits of its text's sha256. */
  id: string
  /** The file's or the model folder's name. */
  name: string
  /** Takes arguments as an object, as a JSON string, either, or neither, as rendering both told. */
  arguments: 'object' | 'string' | 'either' | 'neither'
  /** Turns whose reasoning it keeps: in a plain run, and in one with a later user turn. */
  reasoning: { plain: 'all' | 'last' | 'none'; laterUser: 'all' | 'last' | 'none' }
  /** It marks what is trained on (`{% generation %}`). */
  marksTrained: boolean
  /** What else it loses, each a sentence. */
  notes: string[]
}
