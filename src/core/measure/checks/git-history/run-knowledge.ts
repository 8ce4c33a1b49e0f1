import type { Example } from '#record'
import { subcommandAt } from '../../shell/run/behind-git.ts'
import type { SimpleCommand } from '../../shell/simple-command.ts'
import type { Attempt } from './attempt.ts'
import type { Knowledge } from './judged.ts'
import { nameOf } from './own-address.ts'
import { commitsIn, ownRevisions } from './own-revisions.ts'

/** What is known of a run, growing with its commands and their outputs. */
export interface RunKnowledge extends Knowledge {
  /** A command the run issued: branches it makes and work it puts aside are its own. */
  note(command: SimpleCommand): void
  /** What commands printed: commits that only harmless ones show are ancestors, or the run's own. */
  learn(attempts: readonly Attempt[], output: string): void
}

const TELLING = /^(?:log|show|rev-parse|rev-list|commit|whatchanged|describe|merge-base)$/

/** What is known of a run before its first command. */
export function runKnowledge(example: Example): RunKnowledge {
  const own = ownRevisions(example)
  const repo = example.repo?.toLowerCase() ?? null
  const tops = topsOf(example)
  const knowledge: RunKnowledge = {
    repo,
    hasStash: false,
    isOwn: (revision) => own.has(revision),
    isPath: (word) => tops.has(word.split('/', 1)[0] ?? ''),
    note: ({ args }) => {
      const [verb, ...rest] = args.slice(subcommandAt(args))
      if (verb === 'stash' && /^(?:push|save|-.*)?$/.test(rest[0] ?? '')) knowledge.hasStash = true
      const name = madeBy(verb ?? '', rest)
      if (name !== null) own.add(name)
    },
    learn: (attempts, output) => {
      const git = attempts.filter(({ verb }) => TELLING.test(verb))
      if (git.length > 0 && attempts.every(({ tier }) => tier === 'safe')) for (const commit of commitsIn(output)) own.add(commit)
    },
  }
  return knowledge
}

/** The branch or tag a command makes. */
function madeBy(verb: string, args: readonly string[]): string | null {
  const at = args.findIndex((word) => /^(?:-[bBcC]|--create|--orphan)$/.test(word))
  if (verb === 'checkout' || verb === 'switch') return at === -1 ? null : (args[at + 1] ?? null)
  if (verb !== 'branch' && verb !== 'tag') return null
  return args.find((word) => !word.startsWith('-')) ?? null
}

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
