import { isUnknown } from '../../shell/run/unknown.ts'
import type { JudgeVerb } from './git-verbs.ts'
import { judged, type Knowledge } from './judged.ts'
import { isOwnAddress } from './own-address.ts'

/** Subcommands of `git remote` that only show or change what is configured. */
const LOCAL = new Set(['-v', '--verbose', 'get-url', 'remove', 'rm', 'rename', 'set-head', 'set-branches'])

/** `fetch`, `pull`, `clone`, `ls-remote`, `remote`: what goes to the task's own repository, named or as the remote that is configured. */
export const judgeRemote: JudgeVerb = (verb, args, know) => {
  const operands = args.filter((word) => !word.startsWith('-'))
  if (verb === 'remote' && (args.length === 0 || LOCAL.has(args[0] ?? '')))
    return judged(verb, 'safe', '`git remote` shows or changes what is configured.')
  const place = verb === 'remote' ? operands.slice(1).find(isAddress) : operands.find(isAddress)
  if (place !== undefined) return addressed(verb, place, know)
  const unknown = operands.some((word) => isUnknown(word))
  if (unknown)
    return judged(
      verb,
      verb === 'clone' ? 'unknown' : 'network',
      `\`git ${verb}\` goes to a repository that could not be told.`,
      [],
      'possible',
    )
  if (verb === 'clone' && operands[0] !== undefined && know.isOwnFolder(operands[0]))
    return judged(verb, 'safe', '`git clone` copies a repository the run made itself.')
  if (verb === 'clone') return judged(verb, 'banned', '`git clone` copies a repository here with all its branches.')
  return judged(verb, 'network', `\`git ${verb}\` asks the remote of the task's own repository.`)
}

function isAddress(word: string): boolean {
  return /^[a-z+]{2,10}:\/\/|^[\w.-]{1,60}@?[\w.-]{1,100}:[^/\\]|^git@/.test(word)
}

function addressed(verb: string, place: string, know: Knowledge) {
  if (isOwnAddress(place, know.repo)) return judged(verb, 'network', `\`git ${verb}\` goes to the task's own repository.`)
  if (know.repo === null || isUnknown(place))
    return judged(verb, 'unknown', `\`git ${verb}\` goes to a repository that could not be told.`, [], 'possible')
  return judged(verb, 'safe', `\`git ${verb}\` goes to another repository.`)
}
