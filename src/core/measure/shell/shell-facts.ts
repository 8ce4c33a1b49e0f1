import { editedFiles } from './edited-files.ts'
import { testEcosystems } from './is-test-command.ts'
import { listCommands } from './list-commands.ts'
import { parseShell, type ShellParser } from './parse-shell.ts'
import { readFiles, searchesFiles } from './read-files.ts'
import { folderAfter, isPlainPath, resolvePath } from './resolve-path.ts'
import { submitsRun } from './submits-run.ts'

/** What a shell script does, as far as its words tell. */
export interface ShellFacts {
  /** What it runs tests with, each once; empty for no tests. */
  ecosystems: readonly string[]
  isEdit: boolean
  isEnd: boolean
  isSearch: boolean
  /** Files it changes, and files it shows, as far as it names them. */
  edited: readonly string[]
  read: readonly string[]
}

/** What is told of a call that runs no script. */
export const NO_SHELL: ShellFacts = { ecosystems: [], isEdit: false, isEnd: false, isSearch: false, edited: [], read: [] }

/** Parses a shell script and tells what it does. Never throws. */
export function shellFactsOf(script: string, parse: ShellParser = parseShell): ShellFacts {
  const commands = listCommands(script, parse)
  const edited: string[][] = []
  const read: string[][] = []
  let folder = ''
  for (const command of commands) {
    if (command.name === 'cd') folder = folderAfter(folder, command.args)
    const changed = editedFiles(command)
    if (changed !== null) edited.push(named(changed, folder))
    read.push(named(readFiles(command), folder))
  }
  return {
    ecosystems: testEcosystems(commands),
    isEdit: edited.length > 0,
    isEnd: submitsRun(commands),
    isSearch: commands.some(searchesFiles),
    edited: edited.flat(),
    read: read.flat(),
  }
}

function named(words: readonly string[], folder: string): string[] {
  return words.filter(isPlainPath).map((word) => resolvePath(folder, word))
}
