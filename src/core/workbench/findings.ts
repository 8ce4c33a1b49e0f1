import { CHECKS, type CheckResult, faultMeasure } from '#measure'
import type { ExampleRow, Findings } from '#record'
import { askersOf } from './askers-of.ts'
import { measuredRow } from './bodies/measured-row.ts'
import { openExample } from './bodies/open-example.ts'
import type { ReadExample } from './cached-examples.ts'
import type { Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'
import { tellFindings } from './tell-findings.ts'

/** What the checks found in the examples that are open: nothing but another version of Winnow finds anything else. */
const found = new WeakMap<ReadExample, CheckResult[]>()

/**
 * Everything found in an example, under the rules of the recipe in force.
 * @throws as {@link openExample}; the signal's reason when it aborts
 */
export async function findingsOf(desk: Desk, id: string, signal?: AbortSignal): Promise<Findings> {
  const read = await openExample(desk, id, signal)
  const row = await measuredRow(desk, read, signal)
  const results = found.get(read) ?? (await lookAt(desk, read, row, signal))
  found.set(read, results)
  return tellFindings(results, askersOf(await recipeInForce(desk), row))
}

/** A check with a fault on the row is not tried again: what a person sees is what the rules went by. */
function lookAt({ session }: Desk, { example, body }: ReadExample, { values }: ExampleRow, signal?: AbortSignal): Promise<CheckResult[]> {
  const { ref, hints } = example
  const faults = CHECKS.flatMap(({ id }) => {
    const fault = values[faultMeasure(id)]
    return typeof fault === 'string' ? [[id, fault]] : []
  })
  return session.fetching.pool.findings({ ref, hints, body, skipped: Object.fromEntries(faults) }, signal)
}
