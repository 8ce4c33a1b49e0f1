import type { DuckDBConnection } from '@duckdb/node-api'
import type { JudgePlan, JudgeStep } from '#filter'
import { type ExampleRow, fault } from '#record'
import { judgesEachAlone } from './judges-each-alone.ts'

/** What is remembered of the plan verdicts were given by: the hash, and what the bits of `failed` mean, in their order. */
export interface PlanInForce {
  hash: string
  steps: readonly Pick<JudgeStep, 'key' | 'kind' | 'faults'>[]
}

/** Key in `meta` of the plan, as JSON. */
const PLAN = 'plan'

/** Key in `meta` of that plan's hash; gone while the verdict of some judged row may be another by now. */
export const JUDGED = 'judged'

/** What is remembered of a plan. */
export function inForceOf({ hash, steps }: JudgePlan): PlanInForce {
  return { hash, steps: steps.map(({ key, kind, faults }) => ({ key, kind, faults })) }
}

/** The plan verdicts were given by; null before the first. */
export async function readPlan(connection: DuckDBConnection): Promise<PlanInForce | null> {
  const [line] = (await connection.runAndReadAll('SELECT value FROM meta WHERE key = $1', [PLAN])).getRows()
  return line ? (JSON.parse(String(line[0])) as PlanInForce) : null
}

/** Remembers the plan by which everything measured has just been judged. */
export async function putPlan(connection: DuckDBConnection, plan: PlanInForce): Promise<void> {
  await forgetPlan(connection)
  await connection.run('INSERT INTO meta VALUES ($1, $2), ($3, $4)', [PLAN, JSON.stringify(plan), JUDGED, plan.hash])
}

/** Forgets the plan with all verdicts: the rows are gone. */
export async function forgetPlan(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM meta WHERE key IN ($1, $2)', [PLAN, JUDGED])
}

/** Notes that values of judged rows changed: until they are judged again, nothing counts as judged. */
export async function forgetJudged(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM meta WHERE key = $1', [JUDGED])
}

/** Notes that judged rows went: where some of a group are chosen, others may stay now. */
export async function rowsWent(connection: DuckDBConnection): Promise<void> {
  const plan = await readPlan(connection)
  if (plan && !judgesEachAlone(plan.steps)) await forgetJudged(connection)
}

/** The plan by which every row that has a verdict has the right one; null when there is none. */
export async function readJudged(connection: DuckDBConnection): Promise<string | null> {
  const [line] = (await connection.runAndReadAll('SELECT value FROM meta WHERE key = $1', [JUDGED])).getRows()
  return line ? String(line[0]) : null
}

/**
 * Where a step stands in the plan in force: its bit in `failed`.
 *
 * @throws FaultError `bad-input` naming the steps there are
 */
export function placeOf(plan: PlanInForce | null, key: string): number {
  const keys = plan?.steps.map((step) => step.key) ?? []
  const place = keys.indexOf(key)
  if (place >= 0) return place
  const there = keys.length === 0 ? 'It has none.' : `Its steps are ${keys.join(', ')}.`
  throw fault('bad-input', `There is no step "${key}" in the recipe in force. ${there}`, { culprit: key, remedy: 'Use one of its steps.' })
}

/** Which of the steps a row fails, it fails as a fault. */
export function faultsOf(plan: PlanInForce | null, { values }: Pick<ExampleRow, 'values'>, failed: readonly number[]): number[] {
  return failed.filter((place) => plan?.steps[place]?.faults.some((measure) => values[measure] != null))
}
