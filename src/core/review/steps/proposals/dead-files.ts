import { detour, type Proposal } from './proposal.ts'
import type { Turn, TurnCall } from './run-turns.ts'

/** A shell command's `rm` with what it removes. */
const REMOVAL = /(?:^|[\n;&|])\s{0,20}rm(?:[ \t]{1,9}[^\s;&|<>()]{1,400}){1,40}/g

/** Longest name told. */
const NAME = 80

/**
 * Files that were created, that no later call named (none ran, read or changed them) and no test run could have picked up, and that a later `rm` removed.
 * The turn that created goes; the one that removed goes with it where it did nothing else.
 */
export function deadFiles(turns: readonly Turn[]): Proposal[] {
  const made = new Map<string, number>()
  const proposals: Proposal[] = []
  for (const turn of turns) {
    for (const one of turn.calls) {
      for (const [name, at] of made) {
        const use = usageOf(one, name)
        if (use === 'none') continue
        made.delete(name)
        if (use === 'removed') proposals.push(detourOf(name, at, turn))
      }
    }
    const created = createdBy(turn)
    if (created) made.set(created, turn.index)
  }
  return proposals
}

function detourOf(name: string, at: number, turn: Turn): Proposal {
  const also = turn.calls.length === 1 && turn.calls[0] && isOnlyRemoval(turn.calls[0]) ? [turn.index] : []
  return detour(`${name.slice(0, NAME)}, made in message ${at}, was never used and is removed in message ${turn.index}.`, at, ...also)
}

/** The file's own name: it is called by another path as often as not. */
function createdBy({ calls }: Turn): string | null {
  const [one] = calls
  if (!one || calls.length > 1 || one.isFailed || one.call.act.kind !== 'edit' || one.call.act.change.kind !== 'create') return null
  return one.call.act.path.split('/').at(-1) ?? null
}

function usageOf({ call, isTest, isFailed }: TurnCall, name: string): 'none' | 'removed' | 'used' {
  if (isTest) return 'used'
  if (!call.argumentsText.includes(name)) return 'none'
  if (call.act.kind !== 'shell' || isFailed) return 'used'
  return call.act.command.replace(REMOVAL, '').includes(name) ? 'used' : 'removed'
}

function isOnlyRemoval({ call: { act } }: TurnCall): boolean {
  if (act.kind !== 'shell') return false
  const rest = act.command.replace(REMOVAL, '')
  return /^[\s;&|]*(?:cd[ \t]+[^\s;&|]{1,400})?[\s;&|]*$/.test(rest.slice(0, 500)) && rest.length < 500
}
