import type { ShellParser } from '../parse-shell.ts'
import type { SimpleCommand } from '../simple-command.ts'
import type { ShellSession } from './session.ts'

/** A piece of the script a call gave to its shell. */
export interface Span {
  start: number
  end: number
}

/** Text that is being run, and where it is in the call's script. */
export interface Frame {
  source: string
  /** Where the text begins in the call's script; null when it is not written there as it is (a file, an alias, escapes). */
  base: number | null
  /** What stands for the whole text in the call's script. */
  span: Span
}

/** A command as it was run: no wrapper, words resolved as far as the session tells. */
export interface Issued {
  command: SimpleCommand
  at: Span
  /** The folder it ran in; '' when unknown. */
  folder: string
}

/** One script being followed. */
export interface Run {
  readonly session: ShellSession
  readonly parse: ShellParser
  issue(issued: Issued): void
  /** Pieces of syntax, and characters expanded or read as code, that may still be spent; below 0 the rest of the script is not followed. */
  steps: number
  characters: number
  /** `$1`, `$2`, ... */
  positional: readonly string[]
  /** Scripts inside scripts, functions inside functions. */
  depth: number
}

/** Scripts in scripts and functions in functions are followed this deep. */
export const MAX_DEPTH = 12

/** Where a piece of a frame's text is in the call's script. */
export function spanOf({ base, span }: Frame, { pos, end }: { pos: number; end: number }): Span {
  return base === null ? span : { start: base + pos, end: base + end }
}

/** The frame of a text written in another frame: in its place where it stands there as it is, else as the whole command. */
export function innerFrame(text: string, frame: Frame, outer: { pos: number; end: number }, from = outer.pos): Frame {
  const at = frame.base === null ? -1 : frame.source.slice(from, Math.max(outer.end, from + text.length)).indexOf(text)
  const span = spanOf(frame, outer)
  return { source: text, base: at === -1 || frame.base === null ? null : frame.base + from + at, span }
}
