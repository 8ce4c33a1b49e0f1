import type { Proposal } from './proposal.ts'
import type { Turn } from './run-turns.ts'

/**
 * Turns that call nothing, or only the tool for thinking. The last turn of a run is none of them, because it hands the work in; nor is the answer: the
 * first turn behind all work, after which a harness that waits for more is told once again.
 */
export function thinkOnly(turns: readonly Turn[]): Proposal[] {
  const lastWork = turns.findLastIndex(({ calls }) => calls.some(({ call }) => call.act.kind !== 'finish'))
  const answer = lastWork === -1 ? -1 : lastWork + 1
  return turns.slice(0, -1).flatMap(({ index, calls, hasCalls }, at) => {
    if (calls.length > 0 || (at === answer && !hasCalls)) return []
    return [{ kind: 'think-only' as const, messages: [index], text: hasCalls ? 'It only thinks.' : 'It calls nothing.' }]
  })
}
