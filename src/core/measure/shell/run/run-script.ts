import { splitRoughly } from '../list-commands.ts'
import type { ParsedShell, ShellParser } from '../parse-shell.ts'
import type { Frame, Issued, Run } from './run.ts'
import { follow } from './run-command.ts'
import { runTree } from './run-tree.ts'
import type { ShellSession } from './session.ts'

/** Pieces of syntax of one call that are followed, and characters its expansions, inner scripts and code may come to. */
const MAX_STEPS = 400_000
const MAX_CHARACTERS = 4_000_000

/** A script as a session runs it. */
export interface Ran {
  /** In the order they are run; words as far as they are resolved. */
  issued: Issued[]
  /** False when the script was longer than what is followed of one. */
  isWhole: boolean
}

/**
 * Runs a call's script in a session without running anything: variables, functions, aliases and files it writes are followed, wrappers taken off,
 * and every command left is told with its place. Every branch is taken. Bounded work for any script.
 */
export function runScript(parsed: ParsedShell, session: ShellSession, parse: ShellParser): Ran {
  const { source, tree } = parsed
  if (tree === null) return { issued: roughly(source, session), isWhole: false }
  return ranBy(session, parse, (run) => runTree(tree, null, wholeOf(source), run))
}

/** The same of a notebook's cell: the commands its code runs. */
export function runCell(code: string, session: ShellSession, parse: ShellParser): Ran {
  const node = { pos: 0, end: code.length, redirects: [] }
  return ranBy(session, parse, (run) => follow(code, 'python', { node, frame: wholeOf(code) }, run))
}

function wholeOf(source: string): Frame {
  return { source, base: 0, span: { start: 0, end: source.length } }
}

function ranBy(session: ShellSession, parse: ShellParser, follows: (run: Run) => void): Ran {
  const issued: Issued[] = []
  const run: Run = {
    session,
    parse,
    issue: (command) => issued.push(command),
    steps: MAX_STEPS,
    characters: Math.min(MAX_CHARACTERS, session.characters),
    positional: [],
    depth: 0,
  }
  const given = run.characters
  follows(run)
  session.characters -= given - run.characters
  return { issued, isWhole: run.steps >= 0 && run.characters >= 0 }
}

/** What the parser cannot hold: words are told as they are written, about the script as a whole. */
function roughly(source: string, session: ShellSession): Issued[] {
  const at = { start: 0, end: source.length }
  return splitRoughly(source).map((command) => ({ command, at, folder: session.folder }))
}
