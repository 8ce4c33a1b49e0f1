import type { Certainty } from '#record'
import type { Attempt } from './attempt.ts'
import { type KnownHistory, laterThanBase, shaKey } from './known-history.ts'
import type { ReadOutput } from './read-output.ts'
import type { ShownCommit } from './read-signs.ts'
import type { TextLine } from './text-line.ts'

/** What an output showed that the run should not have seen. */
export interface Exposure {
  certainty: Certainty
  /** What it shows, to stand behind "the output shows". */
  what: string
  /** Where that begins in the output. */
  line: TextLine
  /** What of the output is somebody's code: a diff's added lines, or every line. */
  code: 'diff' | 'lines' | 'none'
}

/** An output, and what it was printed by. */
export interface Printed extends ReadOutput {
  /** The result says that the command failed. */
  isError: boolean
  /** An allowed command behind the same output shows diffs of its own. */
  hasOwnDiff: boolean
}

/** Commands that print what a file held. */
const PRINTS_FILES = new Set(['show', 'cat-file', 'grep', 'archive'])
/** Network commands that print what they fetch; others write files, and their output is progress. */
const PRINTS_PAGES = new Set([
  'curl',
  'wget',
  'http',
  'https',
  'httpie',
  'xh',
  'lynx',
  'links',
  'w3m',
  'urlopen',
  'browser',
  'gh',
  'hub',
  'glab',
])
/** Commands that show only what leads to HEAD, unless they name another revision. */
const FROM_HEAD = new Set(['log', 'blame', 'annotate', 'show', 'diff', 'shortlog', 'grep', 'rev-list', 'describe', 'whatchanged'])
/** Options that add revisions without naming one. */
const BEYOND = /(?:^| )(?:--(?:all|branches|remotes|tags|reflog|glob|walk-reflogs|stdin)\b|-g(?: |$))/
/** Logs list the newest commit first. */
const NEWEST_FIRST = new Set(['log', 'rev-list', 'shortlog'])

/**
 * What the output of a flagged command showed: a commit later than the base, one that no branch reaches or that stands before HEAD, a diff, a file out of
 * a revision, a page of the task's own repository. Null when it showed nothing of it: errors, empty outputs, commits that lead to HEAD.
 */
export function exposureOf(attempt: Attempt, printed: Printed, known: KnownHistory): Exposure | null {
  return diffShown(attempt, printed, known) ?? commitShown(attempt, printed.signs.commits, known) ?? codeShown(attempt, printed, known)
}

function diffShown(attempt: Attempt, { signs, hasOwnDiff }: Printed, known: KnownHistory): Exposure | null {
  const { diff, commits } = signs
  if (diff === null || hasOwnDiff) return null
  const shown = { line: commits[0] ?? diff, code: 'diff' } as const
  if (attempt.tier === 'network') return { ...shown, certainty: 'certain', what: 'a patch from elsewhere' }
  if (leadsToHead(attempt, known) || isKnownAlone(attempt, commits, known))
    return { ...shown, certainty: 'possible', what: 'the diff of a commit that leads to HEAD' }
  const later = laterThanBase(commits, known)
  if (later) return { ...shown, line: later, certainty: 'certain', what: `the diff of ${nameOf(later)}, later than the base` }
  return { ...shown, certainty: 'likely', what: 'a diff' }
}

function commitShown(attempt: Attempt, commits: readonly ShownCommit[], known: KnownHistory): Exposure | null {
  const lost = commits.find(({ isLost }) => isLost)
  if (lost) return { certainty: 'certain', what: `${nameOf(lost)}, which no branch reaches`, line: lost, code: 'none' }
  if (leadsToHead(attempt, known)) return null
  const later = laterThanBase(commits, known)
  if (later) return { certainty: 'certain', what: `${nameOf(later)}, later than the base`, line: later, code: 'none' }
  const headAt = commits.findIndex(({ sha, isHead }) => (isHead && !known.hasMoved) || shaKey(sha) === known.base)
  const isLog = headAt >= 0 && NEWEST_FIRST.has(attempt.verb)
  return isLog ? beforeHead(commits.slice(0, headAt), known) : strangeCommit(commits, commits[headAt], known)
}

/** A commit that nothing ties to the base, unless its date says that it is older. */
function strangeCommit(commits: readonly ShownCommit[], head: ShownCommit | undefined, known: KnownHistory): Exposure | null {
  const line = commits.find(({ sha, date }) => {
    const isTied = known.commits.has(shaKey(sha)) || (head !== undefined && shaKey(sha) === shaKey(head.sha))
    return !isTied && (date === null || known.baseDate === null)
  })
  if (line === undefined) return null
  return { certainty: 'possible', what: `${nameOf(line)}, which may not lead to the base`, line, code: 'none' }
}

/** Of a log, newest first: what stands before HEAD does not lead to it. */
function beforeHead(commits: readonly ShownCommit[], known: KnownHistory): Exposure | null {
  const line = commits.find(({ sha }) => !known.commits.has(shaKey(sha)))
  return line ? { certainty: 'likely', what: `${nameOf(line)}, which stands before HEAD`, line, code: 'none' } : null
}

/** A file out of another revision, or a page: told by the command, for it has no mark of its own. */
function codeShown(attempt: Attempt, { code: line, isError }: Printed, known: KnownHistory): Exposure | null {
  if (isError || line === null) return null
  if (attempt.tier === 'network')
    return PRINTS_PAGES.has(attempt.verb) ? { certainty: 'likely', what: "a page of the task's own repository", line, code: 'lines' } : null
  if (!PRINTS_FILES.has(attempt.verb) || leadsToHead(attempt, known)) return null
  return { certainty: isKnownAlone(attempt, [], known) ? 'possible' : 'likely', what: 'a file of another revision', line, code: 'lines' }
}

/** True when a command can only show what leads to HEAD, and HEAD is where the run began. */
function leadsToHead({ verb, revisions, command }: Attempt, { hasMoved }: KnownHistory): boolean {
  return !hasMoved && FROM_HEAD.has(verb) && revisions.length === 0 && !BEYOND.test(command)
}

/** True when all commits named and shown are known to lead to the base. */
function isKnownAlone({ revisions }: Attempt, shown: readonly ShownCommit[], { commits }: KnownHistory): boolean {
  const named = [...revisions.map((revision) => revision.replace(/[~^:].*$/s, '')), ...shown.map(({ sha }) => sha)]
  return named.length > 0 && named.every((name) => commits.has(shaKey(name)))
}

function nameOf({ sha, date }: ShownCommit): string {
  const day = date === null ? '' : ` of ${new Date(date).toISOString().slice(0, 10)}`
  return `commit ${shaKey(sha)}${day}`
}
