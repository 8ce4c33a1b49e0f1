import { detour, type Proposal } from './proposal.ts'
import type { Turn, TurnCall } from './run-turns.ts'

/** Calls made before, since files last changed. */
type Asked = Map<string, { turn: number; one: TurnCall }>

/** Shell commands that change what others find: files, packages, branches, the environment. */
const CHANGES =
  /(?:^|[\s;&|(])(?:rm|mv|cp|ln|touch|mkdir|chmod|export|unset|source|kill|pkill|patch|make|pip3?|conda|apt(?:-get)?|npm|yarn|git\s{1,9}(?:checkout|stash|reset|restore|apply|clean|revert|merge|switch|pull|rebase|cherry-pick|commit|add|rm|mv))(?:\s|$)/

/**
 * Turns whose only call was made before, to the letter, with nothing changed in between, and that learned nothing from it: the answer is the same, or both
 * failed. A walk that ends where it began ends in such a turn. The first time stays.
 */
export function repeats(turns: readonly Turn[]): Proposal[] {
  const asked: Asked = new Map()
  const proposals: Proposal[] = []
  for (const { index, calls } of turns) {
    const [one] = calls
    const before = one && asked.get(keyOf(one))
    if (calls.some(changesSomething)) asked.clear()
    if (one && calls.length === 1 && one.result && !one.isEdit && !one.isRefused) {
      if (before && learnsNothing(before.one, one)) proposals.push(detour(wordsOf(one, before.turn), index))
      asked.set(keyOf(one), { turn: before?.turn ?? index, one })
    }
  }
  return proposals
}

function keyOf({ call: { name, argumentsText } }: TurnCall): string {
  return `${name}\n${argumentsText}`
}

function changesSomething({ isEdit, call: { act } }: TurnCall): boolean {
  return isEdit || (act.kind === 'shell' && CHANGES.test(act.command))
}

function learnsNothing(before: TurnCall, now: TurnCall): boolean {
  if (before.isFailed && now.isFailed) return true
  const answer = now.result?.content.trim() ?? ''
  return answer !== '' && answer === before.result?.content.trim()
}

function wordsOf({ isFailed }: TurnCall, first: number): string {
  return isFailed
    ? `The same call failed in message ${first} already, and nothing changed since.`
    : `The same call had the same answer in message ${first}, and nothing changed since.`
}
