import type { TextLine } from './text-line.ts'

/** A commit that an output names. */
export interface ShownCommit extends TextLine {
  sha: string
  /** Milliseconds since 1970, the later of author's and committer's; null when the output does not say. */
  date: number | null
  /** The output says that HEAD is here. */
  isHead: boolean
  /** No branch reaches it: `git fsck` found it. */
  isLost: boolean
}

/** What an output shows of history. */
export interface Signs {
  /** In the order of the output, at most {@link MAX_COMMITS}. */
  commits: ShownCommit[]
  /** The first line that begins a diff; null for none. */
  diff: TextLine | null
}

/** More commits say no more. */
const MAX_COMMITS = 2000

/** What a line is, is told by its beginning. */
const LINE_HEAD = 400

/** `git log --graph` draws before the commit. */
const GRAPH = /^[|\\/_ ]{0,60}\*[|\\/_ -]{0,60}(?=[0-9a-f]|commit )/
/** An abbreviation has digits and letters, so that neither a number nor a word is taken for one. */
const SHA = '(?=[0-9]{0,39}[a-f])(?=[a-f]{0,39}[0-9])[0-9a-f]{7,40}'
const DIFF = /^(?:diff --(?:git|cc|combined) |@@ -\d{1,9}(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@)/
/** Lines of a diff behind its first one. */
const IN_DIFF = /^(?:$|[ +\-\\@]|(?:index|old|new|deleted|similarity|dissimilarity|rename|copy|Binary) )/
const LOST = new RegExp(`^(?:dangling|unreachable) (?:commit|tag|tree|blob) (${SHA})`)
/** Lines of `.git/logs`: the new commit is the second. */
const LOG_FILE = new RegExp(`^${SHA} (${SHA}) [^<]{0,200}<[^>]{0,200}> (\\d{9,11}) [+-]\\d{4}`)
/** Other lines that begin a commit or name one; the first group that took part is the commit. */
const NAMED = [
  new RegExp(`^commit (${SHA})\\b`),
  new RegExp(`^From (${SHA}) [A-Z][a-z]{2} [A-Z][a-z]{2} `),
  new RegExp(`^(?:HEAD is now at|Updated \\d{1,9} paths? from) (${SHA})\\b`),
  new RegExp(`^\\[[^\\]]{1,200} (${SHA})\\] `),
  new RegExp(`^(?:Updating |[ +*-]{1,3})${SHA}\\.{2,3}(${SHA})\\b`),
  new RegExp(`^[*+ ] (?:\\([^)]{1,100}\\)|\\S{1,150}) {1,100}(${SHA}) \\S`),
  new RegExp(`^\\^?(${SHA})(?:[\\s|,;:]|$)`),
]
const HEAD_MARK = /^\S+(?: [0-9a-f]{7,40})? (?:\((?:[^)]{1,200}, )?HEAD(?: ->|[,)])|HEAD@\{0\}|HEAD$)/
const DATE_LINE = /^(?:Author|Commit)?Date: {1,10}(\S.{5,60})$/
const OBJECT_DATE = /^(?:author|committer) [^<]{0,200}<[^>]{0,200}> (\d{9,11}) [+-]\d{4}$/
/** A day, and a time behind it where there is one. */
const ISO = /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z| ?[+-]\d\d:?\d\d)?)?/

/** Reads what an output shows of history. Linear in the output. */
export function readSigns(lines: Iterable<TextLine>): Signs {
  const signs: Signs = { commits: [], diff: null }
  let isInDiff = false
  for (const line of lines) {
    const head = line.text.slice(0, LINE_HEAD)
    if (DIFF.test(head)) {
      signs.diff ??= line
      isInDiff = true
      continue
    }
    isInDiff &&= IN_DIFF.test(head)
    if (isInDiff) continue
    if (!readDate(head, signs.commits) && signs.commits.length < MAX_COMMITS) readCommit(line, head, signs.commits)
  }
  return signs
}

/** A date belongs to the commit above it. */
function readDate(head: string, commits: ShownCommit[]): boolean {
  const text = DATE_LINE.exec(head.replace(/^[|\\/*][|\\/*_ ]{0,60}(?=\w{0,6}Date: )/, ''))?.[1]
  const seconds = OBJECT_DATE.exec(head)?.[1]
  if (text === undefined && seconds === undefined) return false
  const date = seconds === undefined ? timeOf(text ?? '') : Number(seconds) * 1000
  const last = commits.at(-1)
  if (last && date !== null) last.date = Math.max(last.date ?? date, date)
  return true
}

function readCommit(line: TextLine, head: string, into: ShownCommit[]): void {
  const text = head.replace(GRAPH, '')
  const lost = LOST.exec(text)?.[1]
  const logged = LOG_FILE.exec(text)
  const sha = lost ?? logged?.[1] ?? namedIn(text)
  if (sha === undefined) return
  const date = logged ? Number(logged[2]) * 1000 : timeOf(ISO.exec(text)?.[0] ?? '')
  into.push({ ...line, sha, date, isHead: HEAD_MARK.test(text), isLost: lost !== undefined })
}

function namedIn(text: string): string | undefined {
  for (const pattern of NAMED) {
    const sha = pattern.exec(text)?.[1]
    if (sha !== undefined) return sha
  }
  return undefined
}

/** A date as git writes it: `Fri Jul 14 09:33:35 2017 -0500`, ISO, RFC 2822; null for another. Without a zone it is taken for UTC, on every machine. */
function timeOf(text: string): number | null {
  const time = Date.parse(/[:\d] ?[+-]\d\d:?\d\d$|Z$|^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text} UTC`)
  return Number.isNaN(time) ? null : time
}
