import type { Example } from '#record'
import { resolvePath } from '../../shell/resolve-path.ts'
import { subcommandAt } from '../../shell/run/behind-git.ts'
import type { SimpleCommand } from '../../shell/simple-command.ts'
import type { Attempt, Tier } from './attempt.ts'
import type { Knowledge } from './judged.ts'
import { movesHead } from './moves-head.ts'
import { nameOf } from './own-address.ts'
import { commitsIn, ownRevisions } from './own-revisions.ts'

/** What is known of a run, growing with its commands and their outputs. */
export interface RunKnowledge extends Knowledge {
  /** A command the run issued, and how it was judged: branches it makes at HEAD and work it puts aside are its own. */
  note(command: SimpleCommand, folder: string, tier: Tier): void
  /** True for a git command in a repository that the run made in a temporary folder. */
  isOwnRepository(command: SimpleCommand, folder: string): boolean
  /** What commands printed: commits that only harmless ones show are ancestors, or the run's own. */
  learn(attempts: readonly Attempt[], output: string): void
}

const TELLING = /^(?:log|show|rev-parse|rev-list|commit|whatchanged|describe|merge-base)$/

/** What is known of a run before its first command. */
export function runKnowledge(example: Example): RunKnowledge {
  const own = ownRevisions(example)
  const repo = example.repo?.toLowerCase() ?? null
  const tops = topsOf(example)
  const made = new Set<string>()
  let hasMoved = false
  const knowledge: RunKnowledge = {
    repo,
    hasStash: false,
    isOwn: (revision) => own.has(revision),
    isPath: (word) => tops.has(word.split('/', 1)[0] ?? ''),
    isOwnFolder: (path) => isIn(path, made),
    isOwnRepository: ({ name, args }, folder) => name === 'git' && isIn(folderOf(args, folder), made),
    note: ({ name: program, args }, folder, tier) => {
      if (program !== 'git') return
      const [verb, ...rest] = args.slice(subcommandAt(args))
      if (verb === 'stash' && /^(?:push|save|-.*)?$/.test(rest[0] ?? '')) knowledge.hasStash = true
      if (tier !== 'safe') return
      const place = newRepository(verb ?? '', rest, folderOf(args, folder))
      if (place !== null && made.size < 1000) made.add(place)
      const name = madeBy(verb ?? '', rest)
      if (name !== null) own.add(name)
    },
    learn: (attempts, output) => {
      hasMoved ||= movesHead(attempts, output)
      if (hasMoved) return
      const git = attempts.filter(({ verb }) => TELLING.test(verb))
      if (git.length > 0 && attempts.every(({ tier }) => tier === 'safe')) for (const commit of commitsIn(output)) own.add(commit)
    },
  }
  return knowledge
}

/** Where a git command works: `-C` as seen from where it was run. */
function folderOf(args: readonly string[], folder: string): string {
  const at = args.slice(0, subcommandAt(args)).indexOf('-C')
  return at === -1 ? folder : resolvePath(folder, args[at + 1] ?? '')
}

/** True for one of some folders and what is below it. */
function isIn(folder: string, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false
  for (let path = folder; path.length > 1; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) if (places.has(path)) return true
  return false
}

/** Where `git init` begins a repository, or `git clone` puts another one than the task's. */
function newRepository(verb: string, args: readonly string[], folder: string): string | null {
  const operands = args.filter((word) => !word.startsWith('-'))
  const named = verb === 'init' ? (operands[0] ?? '.') : verb === 'clone' ? (operands.at(-1) ?? '') : null
  if (named === null) return null
  const place = verb === 'clone' && /:/.test(named) ? nameOf(named.replace(/(?:\.git)?\/?$/, '')) : named
  const path = resolvePath(folder, place)
  return TEMPORARY.test(path) ? path : null
}

/** Only there a new repository cannot be the task's own one begun anew. */
const TEMPORARY = /^\/(?:var\/)?tmp\/[^\0]{1,400}$/

/** The branch or tag a command makes. */
function madeBy(verb: string, args: readonly string[]): string | null {
  const at = args.findIndex((word) => /^(?:-[bBcC]|--create|--orphan)$/.test(word))
  if (verb === 'checkout' || verb === 'switch') return at === -1 ? null : (args[at + 1] ?? null)
  if ((verb !== 'branch' && verb !== 'tag') || args.some((word) => word.startsWith('-') && !MAKES.test(word))) return null
  return args.find((word) => !word.startsWith('-')) ?? null
}

/** Options with which a branch or tag is still made. */
const MAKES = /^(?:-[fasq]|-m|--force|--annotate|--sign|--no-track|--message(?:=.*)?)$/

/** Top folders and files the patches touch, and the folder named like the repository. */
function topsOf({ repo, patch, referencePatch }: Example): Set<string> {
  const name = repo === null ? '' : nameOf(repo)
  const tops = new Set([name, name.replaceAll('-', '_'), name.toLowerCase()])
  for (const text of [patch, referencePatch]) {
    for (const match of (text ?? '').matchAll(/^diff --git a\/([^/\s]{1,100})/gm)) tops.add(match[1] ?? '')
  }
  tops.delete('')
  return tops
}
