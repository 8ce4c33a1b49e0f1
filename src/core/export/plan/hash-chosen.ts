import { createHash } from 'node:crypto'
import { canonicalJson, type ExportPlan, type Json } from '#record'
import { examplesOf, type PlanUnit } from './candidate.ts'
import type { ChosenUnit } from './chosen.ts'
import type { Stages } from './stages.ts'

/** Lines hashed at once. */
const BATCH = 4_096

/**
 * sha256, hex: a line with the plan as canonical JSON, then one for each unit as JSON: its split, and id and state of its examples. `units` and `from`
 * are of one order.
 */
export function* hashChosen(plan: ExportPlan, units: readonly ChosenUnit[], from: readonly PlanUnit[]): Stages<string> {
  const hash = createHash('sha256').update(`${canonicalJson(JSON.parse(JSON.stringify(plan)) as Json)}\n`)
  for (let at = 0; at < units.length; at += BATCH) {
    const lines = units.slice(at, at + BATCH).map(({ split }, place) => {
      const unit = from[at + place]
      return JSON.stringify([split, ...(unit ? examplesOf(unit).flatMap(({ id, state }) => [id, state]) : [])])
    })
    hash.update(`${lines.join('\n')}\n`)
    yield
  }
  return hash.digest('hex')
}
