import { GIT_VALUED, subcommandAt } from '../../shell/run/behind-git.ts'
import { isUnknown } from '../../shell/run/unknown.ts'
import { GIT_VERBS } from './git-verbs.ts'
import { type Judged, judged, type Knowledge } from './judged.ts'

/** What a git command reaches; null for git without a subcommand (`git --version`). */
export function judgeGit(args: readonly string[], know: Knowledge): Judged | null {
  const at = subcommandAt(args)
  const [verb, ...rest] = args.slice(at)
  if (verb === undefined) return args.some((word) => isUnknown(word)) ? judged('git', 'unknown', UNTOLD, [], 'possible') : null
  if (isUnknown(verb) || args.slice(0, at).some((word, place) => /^\0{1,9}$/.test(word) && !GIT_VALUED.has(args[place - 1] ?? '')))
    return judged('git', 'unknown', UNTOLD, [], 'possible')
  if (HAVE_SUBCOMMANDS.has(verb) && /^\0{1,9}$/.test(rest[0] ?? '')) return judged(verb, 'unknown', UNTOLD, [], 'possible')
  if (rest.includes('--help') || (rest.length === 1 && rest[0] === '-h'))
    return judged(verb, 'safe', `\`git ${verb}\` only shows its help.`)
  const judge = GIT_VERBS.get(verb)
  return judge
    ? judge(verb, rest, know)
    : judged(verb.slice(0, 40), 'unknown', `\`git ${verb.slice(0, 40)}\` is no command of git this check knows.`, [], 'possible')
}

const HAVE_SUBCOMMANDS = new Set(['branch', 'tag', 'stash', 'worktree', 'notes', 'bisect', 'submodule', 'remote'])
const UNTOLD = 'Which git command this is could not be told: a word of it is not known.'
