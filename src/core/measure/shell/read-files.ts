import { operandsOf } from './operands-of.ts'
import type { SimpleCommand } from './simple-command.ts'

/** Programs that show files, with those of their options that take the next word. */
const SHOWERS = new Map<string, ReadonlySet<string>>([
  ...['cat', 'less', 'more', 'bat', 'batcat', 'tac'].map((name): [string, ReadonlySet<string>] => [name, new Set()]),
  ...['head', 'tail'].map((name): [string, ReadonlySet<string>] => [name, new Set(['-n', '-c', '--lines', '--bytes'])]),
  ['nl', new Set(['-b', '-s', '-v', '-w'])],
])

/** The files a command shows: `cat`, `less`, `head`, `tail`, `nl`, `sed -n`. A search (`grep`) shows none, nor does a filter behind a pipe. */
export function readFiles({ name, args }: SimpleCommand): string[] {
  const valued = SHOWERS.get(name)
  if (valued) return operandsOf(args, valued).filter((word) => word !== '-')
  if (name !== 'sed' || !args.some((word) => /^-[Ersz]*n|^--quiet|^--silent/.test(word))) return []
  const words = args.filter((word, at) => !word.startsWith('-') && args[at - 1] !== '-e')
  return args.includes('-e') ? words : words.slice(1)
}

const FINDERS = new Set('rg ag ack find fd fdfind locate search_dir search_file find_file'.split(' '))
const GREPS = new Set(['grep', 'egrep', 'fgrep', 'zgrep'])

/** True for a command that searches files: `grep` of files, `rg`, `find`, `git grep`, SWE-agent's own. `grep` behind a pipe only filters. */
export function searchesFiles({ name, args }: SimpleCommand): boolean {
  if (FINDERS.has(name)) return true
  if (name === 'git') return args[0] === 'grep'
  return (
    GREPS.has(name) && (args.some((word) => /^-[a-zA-Z]*[rR]|^--recursive|^--include/.test(word)) || operandsOf(args, VALUED).length > 1)
  )
}

const VALUED = new Set(['-A', '-B', '-C', '-m', '--include', '--exclude', '--exclude-dir'])
