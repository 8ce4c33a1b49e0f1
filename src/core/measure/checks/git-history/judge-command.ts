import { interpreterOf } from '../../shell/run/code-language.ts'
import { isUnknown } from '../../shell/run/unknown.ts'
import type { SimpleCommand } from '../../shell/simple-command.ts'
import { GIT_VERBS } from './git-verbs.ts'
import { judgeGit } from './judge-git.ts'
import { judgeNetwork } from './judge-network.ts'
import { judgeReads } from './judge-reads.ts'
import { type Judged, judged, type Knowledge } from './judged.ts'

/** What a command reaches, wrappers already taken off; null for one that is neither git, nor network, nor a read of git's own files. */
export function judgeCommand(command: SimpleCommand, folder: string, know: Knowledge): Judged | null {
  const { name, program, args } = command
  if (isUnknown(name)) return couldBeGit(args) ? hidden('a program whose name could not be resolved') : null
  if (name === 'git') return judgeGit(args, know)
  if (/^(?:gitk|tig|git-gui)$/.test(name)) return judgeGit(['log', ...args], know)
  if (program.includes('git-core/git-') || /^git-[a-z-]{2,30}$/.test(name)) return judgeGit([name.slice(4), ...args], know)
  if (interpreterOf(name) !== null && args.some((word) => /^\0{1,9}$/.test(word)) && isFirst(args))
    return hidden(`a script for ${name} that could not be resolved`)
  return judgeNetwork(command, know) ?? judgeReads(command, folder)
}

/** Words that git could have behind it: none, unknown ones, a subcommand, one of its options. `$PYTHON -m pytest` is no git. */
function couldBeGit(args: readonly string[]): boolean {
  return args.length === 0 || args.some((word) => isUnknown(word) || GIT_VERBS.has(word) || GIT_OPTION.test(word))
}

const GIT_OPTION =
  /^(?:-C|--git-dir|--work-tree|--no-pager|--all|--oneline|--branches|--tags|--remotes|--reflog|--stat|--patch|--graph)(?:$|=)|^(?:HEAD|@|origin)(?:$|[~^/{])|^[0-9a-f]{7,40}$/

/** The unknown word is the script, not one of the script's own words. */
function isFirst(args: readonly string[]): boolean {
  const first = args.find((word) => !word.startsWith('-'))
  return first !== undefined && isUnknown(first)
}

function hidden(what: string): Judged {
  return judged('?', 'unknown', `This runs ${what}: it could be git.`, [], 'possible')
}
