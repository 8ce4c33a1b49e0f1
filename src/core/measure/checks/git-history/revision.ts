import { isUnknown } from '../../shell/run/unknown.ts'
import type { Knowledge } from './judged.ts'

/** What a revision reaches: HEAD and what lies behind it, something else, or what cannot be told. */
export type RevisionKind = 'own' | 'other' | 'unknown'

/** HEAD, its ancestors by any number of steps, a commit behind HEAD found by its message. */
const ANCESTOR = /^(?:HEAD|@)?(?:[~^](?:\d{0,9}|\0)|\^\{[^}]{0,200}\}|\^[@!]|\^-\d{0,3}){0,50}$/
const STEPS = /(?:[~^]\d{0,9}|\^\{[^}]{0,200}\}|\^[@!]){1,50}$/

/** The ends of a range, each without `^` before it and `:path` behind it: `v1..HEAD:a.py` is v1 and HEAD. */
export function endsOf(word: string): string[] {
  const text = word.replace(/^\^/, '')
  const ends = text.startsWith(':') ? [text] : text.split(/\.{2,3}/)
  return ends.map((end) => (end.startsWith(':') ? end : end.split(':', 1)[0]) ?? '').map((end) => (end === '' ? 'HEAD' : end))
}

/** What one end of a range reaches. */
export function revisionKind(end: string, { isOwn, hasStash }: Knowledge): RevisionKind {
  if (ANCESTOR.test(end)) return 'own'
  if (/^:(?:[0-3]:)?[^/!]/.test(end)) return 'own'
  if (/^@\{-\d{1,5}\}$/.test(end)) return 'own'
  if (isUnknown(end)) return 'unknown'
  if (/^(?:refs\/)?stash(?:@\{\d{1,5}\})?$/.test(end.replace(STEPS, ''))) return hasStash ? 'own' : 'other'
  return isOwn(end.replace(STEPS, '')) ? 'own' : 'other'
}

/** How a bare word between a subcommand and `--` reads. */
export type WordKind = 'revision' | 'path' | 'either'

const REVISION =
  /^(?:HEAD|@|FETCH_HEAD|ORIG_HEAD|MERGE_HEAD|CHERRY_PICK_HEAD)(?:$|[~^@:{.])|^[0-9a-f]{7,40}(?:$|[~^:.@])|^(?:origin|upstream|refs|remotes|tags|heads)\/|^(?:origin|upstream|main|master|trunk|develop|dev|stable|next|stash)(?:$|[~^@:.])|^v?\d{1,5}(?:\.(?:\d{1,6}|x)){1,4}(?:[-.]?(?:a|b|rc|alpha|beta|dev|post|final)[-.]?\d{0,4})?(?:$|[~^:])|^v\d{1,5}(?:$|[~^:])|@\{|[~^]\d{0,5}$|\^\{|^\^|^:\/[^/.]{1,200}$/
const PATHS = new Set(
  'src lib test tests doc docs examples example setup Makefile README LICENSE Dockerfile scripts tools bin app apps pkg cmd internal include packages config CHANGES CHANGELOG Gemfile Rakefile Pipfile Procfile Jenkinsfile vendor dist build public static templates migrations spec crates modules core common utils client server frontend backend web api assets locale contrib plugins resources samples benchmarks third_party'.split(
    ' ',
  ),
)

/** Folders people sort branches into, as far as no file name ends the word. */
const BRANCH = /^(?:feature|feat|bugfix|hotfix|fix|release|releases|topic|pr|pull|users?)\/[^.]{1,100}$/

/** Tells a revision from a path by its looks. */
export function wordKind(word: string, { isOwn, isPath }: Knowledge): WordKind {
  if ((isPath(word) && !REVISION.test(word)) || PATHS.has(word)) return 'path'
  if (isOwn(word.replace(STEPS, ''))) return 'revision'
  if (/(?:^|[^/.])\.{2,3}(?:[^/.]|$)/.test(word) && !/^\.{2,3}$/.test(word)) return 'revision'
  if (REVISION.test(word)) return 'revision'
  if (isUnknown(word)) return /[/.][^/\0]{1,40}$|^\.{0,2}\//.test(word) ? 'path' : 'either'
  if (/^[\w@{}~^./-]{1,200}:(?!\/\/)/.test(word)) return 'revision'
  if (BRANCH.test(word)) return 'either'
  if (/[/*?[]|^\.|\.[A-Za-z]\w{0,10}$/.test(word)) return 'path'
  return 'either'
}
