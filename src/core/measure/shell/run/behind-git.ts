import type { Behind } from './behind.ts'
import type { ShellSession } from './session.ts'

/** Options of git itself that take the next word. */
export const GIT_VALUED: ReadonlySet<string> = new Set([
  '-C',
  '-c',
  '--git-dir',
  '--work-tree',
  '--namespace',
  '--super-prefix',
  '--config-env',
])

/** Where git's subcommand stands among its words; the number of words when there is none. */
export function subcommandAt(args: readonly string[]): number {
  let at = 0
  while (args[at]?.startsWith('-')) at += GIT_VALUED.has(args[at] ?? '') ? 2 : 1
  return Math.min(at, args.length)
}

/** What git runs for an alias and for `submodule foreach`; null where it does its own work. */
export function behindGit(args: readonly string[], session: ShellSession): Behind | null {
  const at = subcommandAt(args)
  const [subcommand, ...rest] = args.slice(at)
  if (subcommand === undefined) return null
  const alias = aliasIn(args.slice(0, at), subcommand) ?? session.gitAliases.get(subcommand)
  if (alias !== undefined) return aliased(alias, args.slice(0, at), subcommand, rest)
  const words = subcommand === 'submodule' ? forEach(rest) : []
  if (words.length > 0) return { kind: 'script', script: words.join(' '), positional: [], input: null }
  return withHelpers(args, at)
}

/** Settings whose value git runs. */
const RUN_SETTING =
  /^(?:core\.(?:pager|editor|sshCommand|fsmonitor|askPass)|pager\.\w{1,30}|sequence\.editor|diff\.external|(?:diff|merge)tool\.\w{1,30}\.cmd|diff\.\w{1,30}\.(?:command|textconv))=([\s\S]+)$/i
/** Options of subcommands that take a command line. */
const RUN_OPTION: Record<string, RegExp> = { rebase: /^(?:-x|--exec)$/, difftool: /^(?:-x|--extcmd)$/ }

/** `git -c core.pager=COMMAND log`, `git rebase -x COMMAND`: the command, and git without it. */
function withHelpers(args: readonly string[], at: number): Behind | null {
  const option = RUN_OPTION[args[at] ?? '']
  const scripts: string[] = []
  const kept: string[] = []
  for (let place = 0; place < args.length; place += 1) {
    const [word = '', next = ''] = args.slice(place, place + 2)
    const setting = place < at && word === '-c' ? RUN_SETTING.exec(next)?.[1] : undefined
    const line = setting ?? (place > at && option?.test(word) ? next : undefined)
    if (line === undefined) kept.push(word)
    else {
      scripts.push(line)
      place += 1
    }
  }
  if (scripts.length === 0) return null
  return { kind: 'commands', commands: [...scripts.map((line) => ['sh', '-c', line]), ['git', ...kept]] }
}

/** An alias set for this one command: `git -c alias.x=log x`. */
function aliasIn(options: readonly string[], name: string): string | undefined {
  const prefix = `alias.${name}=`
  return options.find((word, at) => options[at - 1] === '-c' && word.startsWith(prefix))?.slice(prefix.length)
}

function aliased(alias: string, options: readonly string[], name: string, rest: string[]): Behind {
  if (alias.startsWith('!')) return { kind: 'script', script: `${alias.slice(1)} "$@"`, positional: rest, input: null }
  const kept = options.filter((word, at) => !isAlias(word, name) && !(word === '-c' && isAlias(options[at + 1], name)))
  return { kind: 'words', words: ['git', ...kept, ...alias.split(/\s+/).filter((word) => word !== '' && word !== name), ...rest] }
}

function isAlias(word: string | undefined, name: string): boolean {
  return word?.startsWith(`alias.${name}=`) ?? false
}

/** The command of `git submodule foreach`. */
function forEach(rest: readonly string[]): readonly string[] {
  const at = rest.indexOf('foreach')
  return at === -1 ? [] : rest.slice(at + 1).filter((word) => word !== '--recursive' && word !== '--quiet')
}
