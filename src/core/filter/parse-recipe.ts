import { basename } from 'node:path'
import { type FaultError, fault } from '#record'
import { type ParsedFile, parseRecipeFile } from './parse-recipe-file.ts'
import { recipeHash } from './recipe-hash.ts'
import { type Problem, problemsOf, recipeFileSchema, STEP_FIELDS } from './recipe-schema.ts'
import { findRule, ruleIds } from './rules.ts'
import type { Recipe, RecipeStep, Rule } from './types.ts'

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
  const steps = outer.data.steps.flatMap((step, index) => parseStep(step, index, problems) ?? [])
  if (problems.length > 0) throw invalid(file, problems)
  return { name, description, steps, text, hash: recipeHash(steps) }
}

function parseStep(
  step: Record<string, unknown> & { rule: string; enabled: boolean },
  index: number,
  problems: Problem[],
): RecipeStep | null {
  const { rule: id, enabled, ...given } = step
  const path = ['steps', index]
  const rule = findRule(id)
  if (!rule) {
    problems.push({ path: [...path, 'rule'], text: `there is no rule "${id}"; the rules are ${ruleIds()}` })
    return null
  }
  const parsed = rule.schema.safeParse(given)
  if (parsed.success) return { rule: id, parameters: parsed.data, enabled }
  problems.push(...problemsOf(parsed.error, path, { owner: id, allowed: allowedFields(rule) }))
  return null
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
