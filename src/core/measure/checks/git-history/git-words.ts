import { isUnknown } from '../../shell/run/unknown.ts'
import type { Knowledge } from './judged.ts'
import { endsOf, revisionKind, wordKind } from './revision.ts'

/** Options of log, diff, show and their like that take the next word. */
const VALUED = new Set(
  '-n -S -G -L -O --author --committer --grep --since --after --before --until --skip --max-count --max-age --min-age --output --src-prefix --dst-prefix --threads --max-depth --exclude --conflict'.split(
    ' ',
  ),
)

/** The words behind a subcommand, sorted. */
export interface GitWords {
  options: string[]
  /** Ends of the revisions named. */
  revisions: string[]
  /** Words that may be a revision as well as a path. */
  unclear: string[]
  paths: string[]
  /** An option or a word that is wholly unknown. */
  hasUnknown: boolean
}

/** How a subcommand reads its words. */
export interface WordRules {
  /** Options of its own that take the next word, and those of {@link VALUED} that do not. */
  valued?: readonly string[]
  plain?: readonly string[]
  /** Operands before the revisions: the pattern of grep. */
  skip?: number
  /** Every operand is a revision, whatever it looks like; so are all before `--`. */
  onlyRevisions?: boolean
}

/** Sorts the words behind a subcommand into options, revisions and paths, as git does: revisions first, then paths, `--` between. */
export function readGitWords(args: readonly string[], know: Knowledge, rules: WordRules = {}): GitWords {
  const words: GitWords = { options: [], revisions: [], unclear: [], paths: [], hasUnknown: false }
  let skip = rules.skip ?? 0
  const isRevision = rules.onlyRevisions === true || args.includes('--')
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    if (word === '--') {
      words.paths.push(...args.slice(at + 1))
      break
    }
    if (word.startsWith('-') && word !== '-') {
      words.options.push(word)
      if ((rules.valued?.includes(word) || VALUED.has(word)) && !rules.plain?.includes(word)) at += 1
    } else if (skip > 0) skip -= 1
    else place(word, words, know, isRevision)
  }
  return words
}

function place(word: string, words: GitWords, know: Knowledge, isRevision: boolean): void {
  if (/^\0{1,9}$/.test(word)) words.hasUnknown = true
  else if (words.paths.length > 0) words.paths.push(word)
  else {
    const kind = isRevision ? 'revision' : wordKind(word, know)
    if (kind === 'path') words.paths.push(word)
    else if (kind === 'revision') words.revisions.push(...endsOf(word))
    else if (isUnknown(word)) words.hasUnknown = true
    else words.unclear.push(word)
  }
}

/** What the revisions of a command reach together. */
export function reachOf(words: GitWords, know: Knowledge): 'own' | 'other' | 'unclear' | 'unknown' {
  const kinds = words.revisions.map((end) => revisionKind(end, know))
  if (kinds.includes('other')) return 'other'
  if (kinds.includes('unknown') || words.hasUnknown || words.options.some((word) => isUnknown(word.split('=', 1)[0] ?? '')))
    return 'unknown'
  return words.unclear.length > 0 ? 'unclear' : 'own'
}
