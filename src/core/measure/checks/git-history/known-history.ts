import type { Example } from '#record'
import type { Attempt } from './attempt.ts'
import { movesHead } from './moves-head.ts'
import { printedLines } from './printed-lines.ts'
import { readSigns, type ShownCommit } from './read-signs.ts'

/** What a run knew of its own history before a command: the base and commits that lead to it, as far as allowed commands showed. */
export interface KnownHistory {
  /** The commit the run began at, by {@link shaKey}; null where nothing says. */
  base: string | null
  /** When that commit was made; null where nothing says. */
  baseDate: number | null
  /** Commits that lead to the base and the run's own, by {@link shaKey}. */
  commits: ReadonlySet<string>
  /** HEAD was moved before: what it shows now may be behind the base. */
  hasMoved: boolean
}

/** Commits are compared by their first seven digits, the length git shortens them to. */
export function shaKey(sha: string): string {
  return sha.slice(0, 7)
}

/** Allowed commands that show commits leading to HEAD, or the run's own. */
const TELLING = new Set(['log', 'show', 'rev-parse', 'rev-list', 'shortlog', 'commit', 'merge-base', 'describe'])

/** Follows a run's commands and remembers what they showed of the base. */
export class HistoryTracker {
  readonly #commits = new Set<string>()
  #base: string | null
  #baseDate: number | null = null
  #hasMoved = false
  #hasCommitted = false

  constructor({ metadata, extra }: Example) {
    const named = [metadata.base_commit, extra.base_commit].find((sha) => typeof sha === 'string' && /^[0-9a-f]{7,40}$/.test(sha))
    this.#base = typeof named === 'string' ? shaKey(named) : null
    if (this.#base !== null) this.#commits.add(this.#base)
  }

  get known(): KnownHistory {
    return { base: this.#base, baseDate: this.#baseDate, commits: this.#commits, hasMoved: this.#hasMoved }
  }

  /** Learns from the commands behind one output. */
  learn(attempts: readonly Attempt[], output: string): void {
    this.#hasCommitted ||= attempts.some(({ verb }) => verb === 'commit')
    this.#hasMoved ||= movesHead(attempts, output)
    const isAllowed = attempts.every(({ tier }) => tier === 'safe')
    if (isAllowed && !this.#hasMoved && attempts.some(({ verb }) => TELLING.has(verb))) this.#remember(attempts, output)
  }

  #remember(attempts: readonly Attempt[], output: string): void {
    const { commits } = readSigns(printedLines(output))
    const head = commits.find(({ isHead }) => isHead) ?? (attempts.every(showsHeadFirst) ? commits[0] : undefined)
    if (head && !this.#hasCommitted) this.#base ??= shaKey(head.sha)
    if (head && this.#base === shaKey(head.sha)) this.#baseDate ??= head.date
    for (const { sha } of commits) this.#commits.add(shaKey(sha))
  }
}

/** True when the first commit a command shows is HEAD: a log of no path and no other revision. */
function showsHeadFirst({ verb, command, revisions }: Attempt): boolean {
  if (!['log', 'show', 'rev-parse', 'rev-list'].includes(verb) || revisions.some((revision) => revision !== 'HEAD')) return false
  const words = command.slice(command.indexOf(verb) + verb.length).split(' ')
  return words.every((word) => /^(?:|HEAD|-.*|\d+|\|)$/.test(word) && !/^--(?:skip|before|until|author|grep|reverse)|^-[SG]/.test(word))
}

/** The latest dated commit that is later than the base; null for none, or where the base's date is not known. */
export function laterThanBase(commits: readonly ShownCommit[], { baseDate }: KnownHistory): ShownCommit | null {
  if (baseDate === null) return null
  return commits.reduce<ShownCommit | null>((latest, commit) => ((commit.date ?? 0) > (latest?.date ?? baseDate) ? commit : latest), null)
}
