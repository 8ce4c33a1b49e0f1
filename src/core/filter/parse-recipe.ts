import { basename } from 'node:path'
import { type FaultError, fault } from '#record'
import { type ParsedFile, parseRecipeFile } from './parse-recipe-file.ts'
import { recipeHash } from './recipe-hash.ts'
import { type Problem, problemsOf, recipeFileSchema, STEP_FIELDS } from './recipe-schema.ts'
import { findRule, ruleIds } from './rules.ts'
import type { Parameters, Recipe, RecipeStep, Rule } from './types.ts'

/** Problems told at once; the rest are counted. */
const TOLD = 10

/**
 * Reads a recipe file, YAML or JSON, comments allowed in both.
 *
 * @param fileName for messages, and the recipe's name when the file gives none
 * @throws FaultError `recipe-invalid` with line, culprit and allowed values for each thing wrong
 */
export function parseRecipe(text: string, fileName: string): Recipe {
  const file = parseRecipeFile(text, fileName)
  const outer = recipeFileSchema.safeParse(file.value)
  if (!outer.success) throw invalid(file, problemsOf(outer.error, []))
  const { name = stem(fileName), description } = outer.data
  const problems: Problem[] = []
  const keyOf = keys()
  const steps = outer.data.steps.flatMap((step, index) => parseStep(step, index, problems, keyOf(step.rule)) ?? [])
  if (problems.length > 0) throw invalid(file, problems)
  return { name, description, steps, text, hash: recipeHash(steps) }
}

function parseStep(
  step: Record<string, unknown> & { rule: string; enabled: boolean },
  index: number,
  problems: Problem[],
  key: string,
): RecipeStep | null {
  const { rule: id, enabled, ...given } = step
  const path = ['steps', index]
  const rule = findRule(id)
  if (!rule) {
    problems.push({ path: [...path, 'rule'], text: `there is no rule "${id}"; the rules are ${ruleIds()}` })
    return null
  }
  const parsed = rule.schema.safeParse(given)
  if (parsed.success) return stepOf(rule, parsed.data, enabled, key)
  problems.push(...problemsOf(parsed.error, path, { owner: id, allowed: allowedFields(rule) }))
  return null
}

function stepOf(rule: Rule, parameters: Parameters, enabled: boolean, key: string): RecipeStep {
  return {
    key,
    rule: rule.id,
    title: rule.title,
    summary: rule.summarize(parameters),
    severity: 'medium',
    parameters,
    enabled,
    judged: { kind: 'drop', key, faults: [], when: rule.when(parameters) },
    tell: (row) => rule.evaluate(row, parameters)[0]?.text ?? rule.title,
  }
}

/** Gives each use of a rule its key: the id, then `id~2`, `id~3`. */
function keys(): (rule: string) => string {
  const uses = new Map<string, number>()
  return (rule) => {
    const use = (uses.get(rule) ?? 0) + 1
    uses.set(rule, use)
    return use === 1 ? rule : `${rule}~${use}`
  }
}

function allowedFields(rule: Rule): string[] {
  return [...rule.parameters.map((parameter) => parameter.name), ...STEP_FIELDS]
}

function invalid(file: ParsedFile, problems: Problem[]): FaultError {
  const lines = problems.map((problem) => ({ line: file.lineOf(problem), text: problem.text })).sort((a, b) => a.line - b.line)
  const told = lines.slice(0, TOLD).map(({ line, text }) => `${file.name}, line ${line}: ${text}.`)
  if (lines.length > TOLD) told.push(`${lines.length - TOLD} more.`)
  const remedy = 'Correct the file and apply it again; docs/recipes.md lists every rule and parameter.'
  return fault('recipe-invalid', told.join('\n'), { culprit: `${file.name}:${lines[0]?.line ?? 1}`, remedy })
}

function stem(fileName: string): string {
  return basename(fileName).replace(/\.(ya?ml|jsonc?)$/i, '') || 'recipe'
}
