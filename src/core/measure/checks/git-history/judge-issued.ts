import type { Issued } from '../../shell/run/run.ts'
import { UNKNOWN } from '../../shell/run/unknown.ts'
import { judgeCommand } from './judge-command.ts'
import type { Judged } from './judged.ts'
import type { RunKnowledge } from './run-knowledge.ts'

/** A judged command with its words, and its place in the call's script. */
export type Judgement = Judged & Pick<Issued, 'at'> & { command: string }

/** Judges commands in order; those of a refused call teach nothing; the same verb at the same place, as in a loop, is told once with all its revisions. */
export function judgeIssued(issued: readonly Issued[], knowledge: RunKnowledge, isRefused: boolean): Judgement[] {
  const found = new Map<string, Judgement>()
  for (const { command, at, folder } of issued) {
    const judgement = judgeCommand(command, folder, knowledge)
    if (judgement === null) continue
    if (!isRefused) knowledge.note(command, folder, judgement.tier)
    if (knowledge.isOwnRepository(command, folder)) Object.assign(judgement, withinOwn(judgement))
    const key = `${at.start}-${at.end} ${judgement.verb} ${judgement.tier}`
    const known = found.get(key)
    if (known) known.revisions = [...new Set([...known.revisions, ...judgement.revisions])].slice(0, 100).map(told)
    else
      found.set(key, {
        ...judgement,
        at,
        command: told([command.program, ...command.args].join(' ')),
        revisions: judgement.revisions.map(told),
      })
  }
  return [...found.values()]
}

/** In a repository the run made itself there is nothing but its own work. */
function withinOwn({ verb, tier }: Judged): Partial<Judged> {
  if (tier === 'safe' || tier === 'network') return {}
  return { tier: 'safe', certainty: 'certain', reach: `\`git ${verb}\` stays in a repository the run made itself.` }
}

function told(text: string): string {
  return text.slice(0, 1000).replaceAll(UNKNOWN, '…')
}
