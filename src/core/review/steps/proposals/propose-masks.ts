import type { Example } from '#record'
import { detours } from './detours.ts'
import { errorSteps } from './error-steps.ts'
import type { Proposal } from './proposal.ts'
import { type CallReading, turnsOf } from './run-turns.ts'
import { thinkOnly } from './think-only.ts'

/** What rules would mask in a run, in its order; `readings` has one of each of its calls. A turn may be in several. */
export function proposeMasks(example: Example, readings: Iterable<CallReading>): Proposal[] {
  const turns = turnsOf(example, readings)
  return [...errorSteps(turns), ...detours(turns), ...thinkOnly(turns)].sort((a, b) => (a.messages[0] ?? 0) - (b.messages[0] ?? 0))
}
