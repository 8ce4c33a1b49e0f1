import { resolvePath } from '../resolve-path.ts'
import type { SimpleCommand } from '../simple-command.ts'
import type { CodeLanguage } from './code-language.ts'
import { fileOf, type ShellSession } from './session.ts'
import { isUnknown, UNKNOWN } from './unknown.ts'

/** What a program runs that only runs something else. */
export type Behind =
  | { kind: 'words'; words: string[] }
  | { kind: 'commands'; commands: string[][] }
  | { kind: 'script'; script: string; positional: string[]; input: string | null }
  | { kind: 'code'; code: string; language: CodeLanguage }

/** Says what a program that runs others runs; null when it does its own work. */
export type Special = (command: SimpleCommand, session: ShellSession) => Behind | null

/** A script a shell is given. */
export function script(text: string, positional: string[] = [], input: string | null = null): Behind {
  return { kind: 'script', script: text, positional, input }
}

/** The same of a file, where the run wrote it. */
export function fileScript(path: string, positional: string[], session: ShellSession): Behind | null {
  if (isUnknown(path)) return script(UNKNOWN)
  const text = fileOf(session, resolvePath(session.folder, path))
  return text === undefined ? null : script(text, positional)
}
