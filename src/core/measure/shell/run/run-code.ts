import type { CodeLanguage } from './code-language.ts'

/** A command that code runs: a shell's command line, or words. */
export type CodeCommand = { kind: 'script'; script: string } | { kind: 'words'; words: string[] }

/** Tells every command a piece of code runs, with its place in the code where it has one. */
export function runCode(
  _code: string,
  _language: CodeLanguage,
  _found: (command: CodeCommand, at: { pos: number; end: number } | null) => void,
): void {}
