import type { ExampleRow, Funnel, FunnelStep, Reason } from '#record'
import { ruleOf } from './rules.ts'
import type { Parameters, RecipeStep, Rule, VerdictRecord } from './types.ts'

/** A recipe at work on one row after another. */
export interface Judge {
  /** The measures a row must carry. */
  measures: readonly string[]
  /**
   * Keep or drop with all reasons in step order, booked in the funnel. An example counts as dropped at the first step it fails, so the order of
   * steps moves attribution between steps and never changes what is kept.
   */
  judge(row: ExampleRow): VerdictRecord
  /** The funnel of the rows judged so far. */
  funnel(): Funnel
}

/** A rule with its parameters. */
export type JudgedUse = Pick<RecipeStep, 'rule' | 'parameters' | 'enabled'>

interface BoundStep {
  rule: Rule
  parameters: Parameters
  tally: FunnelStep
}

/** Makes a {@link Judge} of the enabled steps of a recipe. */
export function createJudge(recipe: { steps: readonly JudgedUse[] }): Judge {
  const steps = recipe.steps.filter((step) => step.enabled).map(bind)
  let total = 0
  return {
    measures: [...new Set(steps.flatMap(({ rule, parameters }) => rule.measures(parameters)))],
    judge: (row) => {
      total += 1
      return judge(row, steps)
    },
    funnel: () => funnelOf(total, steps),
  }
}

function bind(step: JudgedUse): BoundStep {
  const rule = ruleOf(step.rule)
  const { parameters } = step
  const tally = {
    key: rule.id,
    rule: rule.id,
    title: rule.title,
    summary: rule.summarize(parameters),
    severity: 'medium' as const,
    dropped: 0,
    only: 0,
    failing: 0,
    faults: 0,
    remaining: 0,
  }
  return { rule, parameters, tally }
}

/** Judges one row and books it in the tallies of the steps it fails. */
function judge(row: ExampleRow, steps: readonly BoundStep[]): VerdictRecord {
  const reasons: Reason[] = []
  const failed: BoundStep[] = []
  for (const step of steps) {
    const findings = step.rule.evaluate(row, step.parameters)
    if (findings.length === 0) continue
    failed.push(step)
    for (const { rule, text } of findings) reasons.push({ rule, text })
  }
  for (const { tally } of failed) tally.failing += 1
  const first = failed[0]
  if (first) first.tally.dropped += 1
  if (first && failed.length === 1) first.tally.only += 1
  return { id: row.id, verdict: first ? 'drop' : 'keep', reasons }
}

function funnelOf(total: number, steps: readonly BoundStep[]): Funnel {
  let remaining = total
  const told = steps.map(({ tally }) => {
    remaining -= tally.dropped
    return { ...tally, remaining }
  })
  return { total, kept: remaining, dropped: total - remaining, steps: told, overlap: [] }
}
