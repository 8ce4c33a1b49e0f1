import { basename } from 'node:path'
import { FaultError } from '#record'
import { bindStep } from './book/bind-step.ts'
import { stepSchema } from './book/step-schema.ts'
import { didYouMean } from './nearest.ts'
import { parseYamlFile } from './parse-yaml-file.ts'
import { invalidFile, type Problem, problemsOf } from './problem.ts'
import { recipeHash } from './recipe-hash.ts'
import { FILE_FIELDS, recipeFileSchema, STEP_FIELDS } from './recipe-schema.ts'
import type { Recipe, RecipeStep, Rule, RuleBook } from './types.ts'

const REMEDY = 'Correct the file and apply it again; docs/recipes.md says how it is written, docs/rules.md lists every rule and parameter.'

/**
 * Reads a recipe file, YAML or JSON, comments allowed in both.
 *
 * @param fileName for messages, and the recipe's name when the file gives none
 * @throws FaultError `recipe-invalid` with line, culprit and allowed values for each thing wrong
 */
export function parseRecipe(text: string, fileName: string, book: RuleBook): Recipe {
  const file = parseYamlFile(text, fileName, { what: 'a recipe', remedy: REMEDY })
  const outer = recipeFileSchema.safeParse(file.value)
  if (!outer.success)
    throw invalidFile(file, problemsOf(outer.error, [], { owner: 'a recipe', allowed: FILE_FIELDS, isFile: true }), REMEDY)
  const { name = stem(fileName), description } = outer.data
  const problems: Problem[] = []
  const keyOf = keys()
  const steps = outer.data.steps.flatMap((step, index) => parseStep(step, { index, key: keyOf(step.rule), book, problems }) ?? [])
  if (problems.length > 0) throw invalidFile(file, problems, REMEDY)
  return { name, description, steps, text, hash: recipeHash(steps) }
}

interface Place {
  index: number
  key: string
  book: RuleBook
  problems: Problem[]
}

type WrittenStep = Record<string, unknown> & { rule: string; enabled: boolean }

function parseStep({ rule: id, enabled, ...given }: WrittenStep, { index, key, book, problems }: Place): RecipeStep | null {
  const path = ['steps', index]
  const rule = book.find(id)
  if (!rule) {
    problems.push({ path: [...path, 'rule'], text: unknownRule(id, book) })
    return null
  }
  const parsed = stepSchema(rule, book.columns).safeParse(given)
  if (!parsed.success) {
    problems.push(...problemsOf(parsed.error, path, { owner: id, allowed: allowedFields(rule) }))
    return null
  }
  try {
    return bindStep(rule, { key, parameters: parsed.data, enabled }, book)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    problems.push({ path: [...path, 'rule'], text: `${id} cannot be used with these values. ${error.message}` })
    return null
  }
}

/** Characters of a book's fault told in a recipe's; `winnow rules` tells the whole. */
const TOLD = 200

/** A rule may be missing because its pack could not be read: then that is what to mend. */
function unknownRule(id: string, { rules, faults }: RuleBook): string {
  const broken = faults.map(({ message }) => shorten(message.split('\n')[0] ?? ''))
  const unread = broken.length === 0 ? '' : `. Not everything could be read: ${broken.join('; ')}`
  const ids = rules.map((rule) => rule.id)
  const near = didYouMean(id, ids)
  return `there is no rule "${id}"; ${near === null ? 'the' : `${near} The`} rules are ${ids.join(', ')}${unread}`
}

function shorten(text: string): string {
  return text.length <= TOLD ? text.replace(/\.$/, '') : `${text.slice(0, TOLD)}…`
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

function stem(fileName: string): string {
  return basename(fileName).replace(/\.(ya?ml|jsonc?)$/i, '') || 'recipe'
}
