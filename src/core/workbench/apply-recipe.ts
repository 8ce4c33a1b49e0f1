import { join } from 'node:path'
import {
  createJudge,
  DEFAULT_RECIPE,
  type Judge,
  loadBundledRecipes,
  parseRecipe,
  type Recipe,
  ruleOf,
  ruleVersions,
  type VerdictRecord,
} from '#filter'
import type { ExampleRow, Funnel } from '#record'
import { announce, type Desk } from './desk.ts'
import { overMeasured } from './over-measured.ts'

/** Setting of the workspace that holds the recipe in force. */
const RECIPE = 'recipe'

/** Setting that says by what every verdict was given; something else while rows without one may be there. */
const JUDGED_BY = 'judged-by'

const NO_FUNNEL: Funnel = { total: 0, kept: 0, dropped: 0, steps: [], overlap: [] }

/** The recipe in force: the workspace's, else the default one. Parsed once while it stays the same. */
export async function recipeInForce(desk: Desk): Promise<Recipe> {
  const { session } = desk
  const stored = session.workspace.record.setting(RECIPE)
  if (session.recipe && session.recipe.stored === stored) return session.recipe.recipe
  const recipe = stored === null ? await defaultRecipe(desk) : parseStored(stored)
  session.recipe = { stored, recipe }
  return recipe
}

function parseStored(stored: string): Recipe {
  const { name, text } = JSON.parse(stored) as { name: string; text: string }
  return parseRecipe(text, name)
}

/** The recipes that ship with Winnow, the default one first. */
export function bundledRecipes({ options }: Desk): Promise<Recipe[]> {
  return loadBundledRecipes(join(options.resourcesDir, 'recipes'))
}

async function defaultRecipe(desk: Desk): Promise<Recipe> {
  const found = (await bundledRecipes(desk)).find(({ name }) => name === DEFAULT_RECIPE)
  if (!found) throw new Error(`resources/recipes/${DEFAULT_RECIPE}.yaml is missing`)
  return found
}

/** Applies a recipe to everything measured, remembers it, and says so. Aborted before every row is judged, it leaves all as it was. */
export async function putRecipe(desk: Desk, recipe: Recipe, signal?: AbortSignal): Promise<Funnel> {
  const funnel = await desk.session.exclusiveVerdicts(() => judgeAll(desk, recipe, signal))
  await announce(desk, 'verdicts')
  return funnel
}

/** The same for a caller whose turn it is to write verdicts; says nothing to screens. */
export async function judgeAll(desk: Desk, recipe: Recipe, signal?: AbortSignal): Promise<Funnel> {
  const { record, analysis } = desk.session.workspace
  const { measures, judge, funnel } = createJudge(recipe)
  // The recipe goes before the first verdict: a kill in between is then seen by the next start, which judges by it.
  const remember = (): Funnel => {
    record.setSetting(RECIPE, JSON.stringify({ name: recipe.name, text: recipe.text }))
    return funnel()
  }
  await overMeasured(desk, { measures, signal }, (rows) => analysis.putVerdicts(judged(rows, judge), remember))
  record.setSetting(JUDGED_BY, signOf(recipe))
  return funnel()
}

async function* judged(rows: AsyncIterable<ExampleRow>, judge: Judge['judge']): AsyncGenerator<VerdictRecord> {
  for await (const row of rows) yield judge(row)
}

/** Says that rows are being written whose verdict comes later: should it never come, the next start gives it. */
export function expectVerdicts({ session }: Desk): void {
  session.workspace.record.setSetting(JUDGED_BY, '')
}

/** True when every row has the verdict of the recipe in force, by its rules' present versions. */
export async function isJudged(desk: Desk): Promise<boolean> {
  const { record, analysis } = desk.session.workspace
  if (record.setting(JUDGED_BY) !== signOf(await recipeInForce(desk))) return false
  // A row that was measured and not judged, because of a kill in between, is missing from the funnel.
  return (await analysis.funnel())?.total === (await analysis.counts()).measured
}

/** Judges everything where a row may lack its verdict, or have one about other values. */
export async function judgeMissing(desk: Desk): Promise<void> {
  if (desk.session.workspace.record.exampleCount() > 0 && !(await isJudged(desk))) await putRecipe(desk, await recipeInForce(desk))
}

function signOf(recipe: Recipe): string {
  return JSON.stringify([recipe.hash, ruleVersions(recipe)])
}

/** The funnel of the last application; all zeros before the first. */
export async function currentFunnel(desk: Desk): Promise<Funnel> {
  return (await desk.session.workspace.analysis.funnel()) ?? NO_FUNNEL
}

/** A recipe as the page draws it. */
export function recipeState(recipe: Recipe, funnel: Funnel) {
  const steps = recipe.steps.map((step) => {
    const rule = ruleOf(step.rule)
    return { ...step, key: step.rule, title: rule.title, summary: rule.summarize(step.parameters) }
  })
  return { recipe: { name: recipe.name, description: recipe.description, hash: recipe.hash, text: recipe.text, steps }, funnel }
}
