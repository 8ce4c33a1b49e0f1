import type { Proposal } from './proposal.ts'
import type { Turn } from './run-turns.ts'

/** Turns that call nothing, or only the tool for thinking; the last turn of a run is none of them, because it hands the work in. */
export function thinkOnly(turns: readonly Turn[]): Proposal[] {
  return turns.slice(0, -1).flatMap(({ index, calls, hasCalls }) => {
    if (calls.length > 0) return []
    return [{ kind: 'think-only' as const, messages: [index], text: hasCalls ? 'It only thinks.' : 'It calls nothing.' }]
  })
}
