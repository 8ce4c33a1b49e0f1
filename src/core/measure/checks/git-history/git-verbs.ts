import { type GitWords, reachOf, readGitWords, type WordRules } from './git-words.ts'
import { judgeRemote } from './judge-remote.ts'
import { type Judged, judged, type Knowledge } from './judged.ts'

/** What one git subcommand reaches. */
export type JudgeVerb = (verb: string, args: readonly string[], know: Knowledge) => Judged

const safe =
  (reach: string): JudgeVerb =>
  (verb) =>
    judged(verb, 'safe', `\`git ${verb}\` ${reach}.`)

const banned =
  (reach: string): JudgeVerb =>
  (verb) =>
    judged(verb, 'banned', `\`git ${verb}\` ${reach}.`)

/** Options that walk more than HEAD. */
const WALKS_ALL = /^(?:--all|--branches|--remotes|--tags|--glob|--reflog|-g|--walk-reflogs|--alternate-refs|--batch-all-objects)(?:$|=)/

/** A subcommand that is as good as the revisions it names; without one it is about HEAD, or about nothing. */
const byRevision =
  (rules: WordRules = {}): JudgeVerb =>
  (verb, args, know) => {
    const words = readGitWords(args, know, rules)
    const walk = words.options.find((word) => WALKS_ALL.test(word))
    if (walk !== undefined)
      return judged(verb, 'banned', `\`git ${verb} ${walk}\` walks commits that are not behind HEAD.`, words.revisions)
    if (words.options.includes('--stdin'))
      return judged(verb, 'unknown', `\`git ${verb} --stdin\` takes revisions nobody wrote down.`, [], 'possible')
    return byReach(verb, words, know)
  }

/** The judgement of a command by its revisions alone. */
function byReach(verb: string, words: GitWords, know: Knowledge, other: 'restricted' | 'banned' = 'restricted'): Judged {
  const { revisions, unclear } = words
  switch (reachOf(words, know)) {
    case 'own':
      return judged(verb, 'safe', `\`git ${verb}\` stays with HEAD, its ancestors, the run's own commits and the working tree.`, revisions)
    case 'other': {
      const named = revisions
        .filter((end) => !/^(?:HEAD|@)$/.test(end))
        .slice(0, 3)
        .join(', ')
      return judged(verb, other, `\`git ${verb}\` names ${named}, which is not known to be HEAD, an ancestor or the run's own.`, revisions)
    }
    case 'unclear':
      return judged(
        verb,
        'unknown',
        `\`${unclear[0]?.slice(0, 60)}\` may be a branch, a tag or a path.`,
        [...revisions, ...unclear],
        'possible',
      )
    case 'unknown':
      return judged(verb, 'unknown', `A word of \`git ${verb}\` could not be resolved: it may be a revision.`, revisions, 'possible')
  }
}

/** `checkout`, `switch`: a new branch begins at HEAD or at the revision named behind its name. */
const checkout: JudgeVerb = (verb, args, know) => {
  const words = readGitWords(args, know, { valued: ['-b', '-B', '-c', '-C', '--create', '--orphan'], onlyRevisions: verb === 'switch' })
  const isElsewhere = (word: string) => word !== '-'
  return byReach(verb, { ...words, revisions: words.revisions.filter(isElsewhere), unclear: words.unclear.filter(isElsewhere) }, know)
}

const restore: JudgeVerb = (verb, args, know) => {
  const source = args.flatMap((word, at) =>
    /^(?:-s|--source)$/.test(args[at - 1] ?? '') ? [word] : (/^--source=(.*)$/s.exec(word)?.slice(1) ?? []),
  )
  return byReach(verb, readGitWords(source, know, { onlyRevisions: true }), know)
}

const stash: JudgeVerb = (verb, args, know) => {
  if (args[0] !== 'show') return judged(verb, 'safe', "`git stash` keeps and brings back the run's own work.")
  if (know.hasStash) return judged(verb, 'safe', '`git stash show` shows work the run put aside itself.')
  return judged(verb, 'restricted', '`git stash show` shows a stash the run did not make.', [], 'likely')
}

const branch: JudgeVerb = (verb, args, know) => {
  const lists = args.find((word) =>
    /^(?:-[a-z]*[ar][a-z]*|--all|--remotes|--contains|--no-contains|--merged|--no-merged|--points-at)(?:$|=)/.test(word),
  )
  if (lists !== undefined) return judged(verb, 'restricted', `\`git branch ${lists}\` lists branches beyond the one checked out.`)
  if (
    args.some((word) =>
      /^(?:-[dDmMcC]|--delete|--move|--copy|--show-current|--set-upstream-to.*|--unset-upstream|--edit-description|--list|-l)$/.test(word),
    )
  ) {
    return judged(verb, 'safe', '`git branch` changes or lists local branches only.')
  }
  return byReach(verb, readGitWords(args, know, { skip: 1, onlyRevisions: true }), know)
}

const tag: JudgeVerb = (verb, args, know) => {
  const isListing =
    args.every((word) => word.startsWith('-')) ||
    args.some((word) => /^(?:-l|--list|-n\d*|--contains|--no-contains|--merged|--no-merged|--points-at|--sort)(?:$|=)/.test(word))
  if (args.some((word) => /^(?:-d|--delete|-v|--verify)$/.test(word))) return judged(verb, 'safe', '`git tag` deletes or checks a tag.')
  if (isListing) return judged(verb, 'restricted', '`git tag` lists tags, which may be later than HEAD.')
  return byReach(verb, readGitWords(args, know, { skip: 1, onlyRevisions: true, valued: ['-m', '-F', '-u', '--message', '--file'] }), know)
}

const describe: JudgeVerb = (verb, args, know) => {
  const wide = args.find((word) => /^--(?:all|contains)$/.test(word))
  if (wide !== undefined) return judged(verb, 'restricted', `\`git describe ${wide}\` looks at branches and tags that are not behind HEAD.`)
  return byReach(
    verb,
    readGitWords(
      args.filter((word) => word !== '--tags'),
      know,
      { valued: ['--match', '--exclude', '--candidates'], onlyRevisions: true },
    ),
    know,
  )
}

const refs: JudgeVerb = (verb, args) => {
  const isLocal =
    args.some((word) => /^(?:--heads|--branches|refs\/heads.*|--verify|--head)$/.test(word)) &&
    !args.some((word) => /tags|remotes/.test(word))
  return isLocal
    ? judged(verb, 'restricted', `\`git ${verb}\` lists local branches.`)
    : judged(verb, 'banned', `\`git ${verb}\` lists tags and remote branches.`)
}

/** `cat-file` and `ls-tree` on HEAD read what is checked out; on anything else they dig in the object store. */
const object: JudgeVerb = (verb, args, know) => {
  if (args.includes('--batch-all-objects'))
    return judged(verb, 'banned', `\`git ${verb} --batch-all-objects\` lists every object there is.`)
  if (args.some((word) => /^--batch/.test(word)))
    return judged(verb, 'unknown', `\`git ${verb}\` takes objects nobody wrote down.`, [], 'possible')
  const operands = args.filter((word) => !word.startsWith('-'))
  const isTyped = verb === 'cat-file' && /^(?:blob|tree|commit|tag)$/.test(operands[0] ?? '')
  return byReach(verb, readGitWords(operands.slice(isTyped ? 1 : 0, isTyped ? 2 : 1), know, { onlyRevisions: true }), know, 'banned')
}

const grep: JudgeVerb = (verb, args, know) => {
  const hasPattern = args.some((word) => /^-[a-zA-Z]*[ef]$/.test(word))
  if (args.includes('--no-index')) return judged(verb, 'safe', '`git grep --no-index` searches files.')
  const words = readGitWords(args, know, {
    skip: hasPattern ? 0 : 1,
    valued: ['-e', '-f', '-A', '-B', '-C', '-m'],
    plain: ['-n', '-G', '-L', '-O'],
  })
  return byReach(verb, words, know)
}

const merges: JudgeVerb = (verb, args, know) => {
  if (args.some((word) => /^--(?:abort|continue|skip|quit|edit-todo)$/.test(word)))
    return judged(verb, 'safe', `\`git ${verb}\` ends what was begun.`)
  const words = readGitWords(args, know, {
    onlyRevisions: true,
    plain: ['-n'],
    valued: ['-m', '-s', '-X', '-x', '--onto', '--exec', '--strategy'],
  })
  if (words.revisions.length > 0 || words.hasUnknown) return byReach(verb, words, know)
  return judged(verb, 'restricted', `\`git ${verb}\` takes the upstream branch in.`, [], 'likely')
}

const worktree: JudgeVerb = (verb, args, know) =>
  args[0] === 'add'
    ? byReach(verb, readGitWords(args.slice(1), know, { skip: 1, onlyRevisions: true }), know)
    : judged(verb, 'safe', '`git worktree` lists or removes working trees.')

const archive: JudgeVerb = (verb, args, know) =>
  args.some((word) => word.startsWith('--remote'))
    ? judgeRemote(verb, args, know)
    : byRevision({ valued: ['-o', '--format', '--prefix'] })(verb, args, know)

const diff: JudgeVerb = (verb, args, know) =>
  args.includes('--no-index') ? judged(verb, 'safe', '`git diff --no-index` compares two files.') : byRevision()(verb, args, know)

/** `update-ref HEAD <id>`, `symbolic-ref HEAD refs/heads/main` put HEAD elsewhere without a checkout. */
const moves: JudgeVerb = (verb, args, know) =>
  byReach(verb, readGitWords(args, know, { skip: 1, valued: ['-m'], onlyRevisions: true }), know)

const notes: JudgeVerb = (verb) => judged(verb, 'restricted', '`git notes` shows what others wrote about commits.', [], 'likely')

const always = (names: string, judge: JudgeVerb): [string, JudgeVerb][] => names.split(' ').map((name) => [name, judge])

/** What every git subcommand reaches. */
export const GIT_VERBS: ReadonlyMap<string, JudgeVerb> = new Map<string, JudgeVerb>([
  ...always(
    'status add commit apply am config init rm mv clean help version check-ignore check-attr hash-object ls-files update-index write-tree var count-objects gc maintenance prune repack sparse-checkout lfs submodule mailinfo interpret-trailers checkout-index diff-files push stripspace check-ref-format rerere pack-refs mergetool commit-graph fsmonitor--daemon credential send-email gui citool',
    safe('shows nothing beyond the working tree'),
  ),
  ...always('reflog', banned('lists where branches have been')),
  ...always('blame annotate', banned('tells commit by commit who wrote a line')),
  ...always('fsck lost-found', banned('finds commits no branch holds')),
  ...always('bisect', banned('walks commits to compare them')),
  ...always('cherry-pick', banned('takes commits from elsewhere')),
  ...always('bundle', banned('packs or unpacks history')),
  ...always('unpack-objects verify-pack show-index pack-objects unpack-file fast-export filter-branch', banned('digs in the object store')),
  ...always('fetch pull clone ls-remote remote fetch-pack', judgeRemote),
  ...always(
    'log shortlog whatchanged show rev-list diff-tree diff-index difftool range-diff reset merge-base name-rev rev-parse read-tree commit-tree merge-tree cherry show-branch',
    byRevision(),
  ),
  ...always('format-patch', byRevision({ valued: ['-o', '--output-directory'] })),
  ...always('diff', diff),
  ...always('checkout switch', checkout),
  ...always('restore', restore),
  ...always('merge rebase', merges),
  ...always('revert', byRevision({ onlyRevisions: true, valued: ['-m'], plain: ['-n'] })),
  ...always('archive', archive),
  ...always('stash', stash),
  ...always('branch', branch),
  ...always('tag', tag),
  ...always('describe', describe),
  ...always('show-ref for-each-ref', refs),
  ...always('cat-file ls-tree', object),
  ...always('grep', grep),
  ...always('worktree', worktree),
  ...always('notes', notes),
  ...always('update-ref symbolic-ref', moves),
])
