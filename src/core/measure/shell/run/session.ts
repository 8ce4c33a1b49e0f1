import type { CompoundCommand, CompoundList, Redirected } from 'unbash'
import { baseName } from '../simple-command.ts'
import type { FoundCommand } from './run-code.ts'
import { UNKNOWN } from './unknown.ts'

/** A function's body and the text its positions are into. */
export interface ShellFunction {
  body: CompoundCommand | Redirected | CompoundList
  source: string
}

/** What one call leaves behind for the next: all that decides what its words mean. */
export interface ShellSession {
  folder: string
  variables: Map<string, string>
  functions: Map<string, ShellFunction>
  aliases: Map<string, string>
  /** Aliases of git, from `git config alias.x`. */
  gitAliases: Map<string, string>
  /** Files the run wrote, by path and by base name; the text as far as it is known. */
  files: Map<string, string>
  /** Commands of code that was read before. */
  codes: Map<string, readonly FoundCommand[]>
  /** Characters that all calls together may still come to. */
  characters: number
}

/** What a run of a thousand calls, each at its limit, is cut to: seconds of work. */
const MAX_CHARACTERS = 40_000_000

/** A session in which nothing is known yet. */
export function newSession(): ShellSession {
  return {
    folder: '',
    variables: new Map([['IFS', ' ']]),
    functions: new Map(),
    aliases: new Map(),
    gitAliases: new Map(),
    files: new Map(),
    codes: new Map(),
    characters: MAX_CHARACTERS,
  }
}

const MAX_VALUE = 100_000
const MAX_NAMES = 2000

/** Keeps a value under a name; values beyond 100,000 characters and names beyond 2,000 are not held. */
export function keep(known: Map<string, string>, name: string, value: string): void {
  if (known.size < MAX_NAMES || known.has(name)) known.set(name, value.length > MAX_VALUE ? UNKNOWN : value)
}

/** Remembers a file the run wrote. Programs find it by its path, or by its base name where the folder is not known. */
export function keepFile(session: ShellSession, path: string, text: string): void {
  keep(session.files, path, text)
  keep(session.files, baseName(path), text)
}

/** What the run wrote into a file; undefined for a file it did not write. */
export function fileOf(session: ShellSession, path: string): string | undefined {
  return session.files.get(path) ?? session.files.get(baseName(path))
}
