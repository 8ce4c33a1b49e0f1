import type { ExampleRow, FunnelStep, Reason } from '#record'
import { ruleOf } from './rules.ts'
import type { Applied, Parameters, Recipe, RecipeStep, Rule, VerdictRecord } from './types.ts'

interface BoundStep {
  rule: Rule
  parameters: Parameters
  tally: FunnelStep
}

/**
 * Says keep or drop of every measured row, with all reasons in step order, and counts the funnel on the way.
 *
 * An example counts as dropped at the first step it fails, so the order of steps moves attribution between steps and never changes
 * what is kept. Rows that are not measured get no verdict and are not in the funnel.
 */
export async function applyRecipe(recipe: Pick<Recipe, 'steps'>, rows: AsyncIterable<ExampleRow> | Iterable<ExampleRow>): Promise<Applied> {
  const steps = recipe.steps.filter((step) => step.enabled).map(bind)
  const verdicts: VerdictRecord[] = []
  for await (const row of rows) {
    if (row.isMeasured) verdicts.push(judge(row, steps))
  }
  return { verdicts, funnel: funnelOf(verdicts, steps) }
}

function bind(step: RecipeStep): BoundStep {
  const rule = ruleOf(step.rule)
  const { parameters } = step
  const tally = { rule: rule.id, title: rule.title, summary: rule.summarize(parameters), dropped: 0, only: 0, remaining: 0 }
  return { rule, parameters, tally }
}

/** Judges one row and books it in the tallies of the steps it fails. */
function judge(row: ExampleRow, steps: BoundStep[]): VerdictRecord {
  const reasons: Reason[] = []
  const failed: BoundStep[] = []
  for (const step of steps) {
    const findings = step.rule.evaluate(row, step.parameters)
    if (findings.length === 0) continue
    failed.push(step)
    for (const { rule, text } of findings) reasons.push({ rule, text })
  }
  const first = failed[0]
  if (first) first.tally.dropped += 1
  if (first && failed.length === 1) first.tally.only += 1
  return { id: row.id, verdict: first ? 'drop' : 'keep', reasons }
}

function funnelOf(verdicts: VerdictRecord[], steps: BoundStep[]): Applied['funnel'] {
  let remaining = verdicts.length
  for (const { tally } of steps) {
    remaining -= tally.dropped
    tally.remaining = remaining
  }
  return { total: verdicts.length, kept: remaining, dropped: verdicts.length - remaining, steps: steps.map((step) => step.tally) }
}
