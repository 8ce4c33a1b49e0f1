import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VerifiedFolder } from '#export'
import { parseRecipe, ruleVersions } from '#filter'
import { FaultError } from '#record'
import type { Desk } from '../../desk.ts'
import { recipeInForce } from '../../recipe-in-force.ts'
import { ruleBookOf } from '../../rule-book.ts'
import { sourceAddress } from '../source-address.ts'

/** Holds sources, recipe and tokenizer of a manifest against those of the workspace. */
export async function verifyProvenance(desk: Desk, folder: VerifiedFolder): Promise<void> {
  verifySources(desk, folder)
  await verifyRecipe(desk, folder)
}

function verifySources({ session }: Desk, { manifest, problems }: VerifiedFolder): void {
  const here = new Map(session.workspace.record.sources().map((source) => [source.id, source]))
  for (const { id, uri, revision } of manifest?.sources ?? []) {
    const source = here.get(id)
    if (!source || sourceAddress(source.uri) !== uri) problems.add('source', 'manifest.json', `The source ${uri} is not in this workspace.`)
    else if (source.revision !== revision) {
      problems.add(
        'source',
        'manifest.json',
        `The source ${uri} is at ${source.revision ?? 'no revision'} here; the manifest says ${revision ?? 'none'}.`,
      )
    }
  }
}

async function verifyRecipe(desk: Desk, { dir, manifest, problems }: VerifiedFolder): Promise<void> {
  const recipe = manifest?.recipe
  if (!recipe) return
  const text = await readFile(join(dir, 'recipe.yaml'), 'utf8').catch(() => null)
  if (text === null) return
  try {
    const read = parseRecipe(text, recipe.name, await ruleBookOf(desk))
    if (read.hash !== recipe.hash) problems.add('recipe', 'recipe.yaml', differs(recipe, ruleVersions(read)))
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    problems.add('recipe', 'recipe.yaml', `recipe.yaml cannot be read here: ${error.fault.message}`)
  }
  const inForce = await recipeInForce(desk)
  if (inForce.hash === recipe.hash) return
  problems.add(
    'recipe',
    'recipe.yaml',
    `Another recipe is in force here by now (${inForce.name}): which examples it would let leave was not compared.`,
  )
}

function differs({ hash, rules }: { hash: string; rules: Record<string, number> }, now: Record<string, number>): string {
  const changed = Object.entries(now).filter(([rule, version]) => rules[rule] !== version)
  if (changed.length === 0) return `recipe.yaml is another recipe than the manifest names (${hash.slice(0, 12)}…).`
  return `recipe.yaml means something else by now: ${changed.map(([rule, version]) => `${rule} is at version ${version}, then ${rules[rule] ?? 'absent'}`).join('; ')}.`
}
