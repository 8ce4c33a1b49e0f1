import { type Recipe, ruleVersions } from '#filter'
import type { LedgerEntry, QueueDefinition } from '#record'
import type { Desk } from '../desk.ts'
import { recipeInForce } from '../recipe-in-force.ts'
import { ownFiles, ruleBookOf } from '../rule-book.ts'
import { PACK_FORMAT, PACK_VERSION, type PackHeader } from './pack-format.ts'

/** What goes into a pack. */
export interface PackContent {
  queue: QueueDefinition | null
  /** Examples whose rows go along, in order. */
  items: readonly { id: string; needs: number }[]
  /** Null: no ledger goes along. */
  ledger: readonly LedgerEntry[] | null
}

/** The first line of a pack. */
export async function headerFor(desk: Desk, { queue, items, ledger }: PackContent): Promise<PackHeader> {
  const { name } = desk.session
  const recipe = await recipeInForce(desk)
  return {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    madeAt: desk.now().toISOString(),
    winnow: desk.options.version,
    workspace: name,
    recipe: { name: recipe.name, text: recipe.text, hash: recipe.hash, rules: ruleVersions(recipe) },
    recipes: ledger ? recipesOf(desk, ledger) : [],
    ...(await ownOf(desk, recipe)),
    queue,
    sources: items.length === 0 ? [] : sourcesOf(desk, items),
    examples: items.length,
    ledger: ledger && { entries: ledger.length, head: ledger.at(-1)?.hash ?? null },
  }
}

function recipesOf({ session }: Desk, ledger: readonly LedgerEntry[]): PackHeader['recipes'] {
  const hashes = new Set(ledger.map(({ recipeHash }) => recipeHash))
  return [...hashes].flatMap((hash) => {
    const kept = hash === null ? null : session.workspace.record.keptRecipe(hash)
    return hash !== null && kept ? [{ ...kept, hash }] : []
  })
}

/** The workspace's own packs, where the recipe uses a rule of any of them, and those of its own lists that it names. */
async function ownOf(desk: Desk, recipe: Recipe): Promise<Pick<PackHeader, 'rulePacks' | 'benchmarks'>> {
  const book = await ruleBookOf(desk)
  const own = await ownFiles(desk.session.workspace.path)
  const basis = new Set(recipe.steps.flatMap((step) => step.basis))
  const lists = new Set(book.lists.filter(({ sha256 }) => basis.has(sha256)).map((list) => list.name))
  const isOwnUsed = recipe.steps.some(({ rule }) => typeof book.find(rule)?.sha256 === 'string')
  return {
    rulePacks: isOwnUsed ? own.packs.map(({ name, text }) => ({ name: bareName(name), text })) : [],
    benchmarks: own.lists.map(({ name, text }) => ({ name: bareName(name), text })).filter(({ name }) => lists.has(withoutEnding(name))),
  }
}

function bareName(path: string): string {
  return path.slice(path.indexOf('/') + 1)
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}

/** Where the examples came from, and nothing of other sources. */
function sourcesOf({ session }: Desk, items: PackContent['items']): PackHeader['sources'] {
  const { record } = session.workspace
  const used = new Set(items.map(({ id }) => record.place(id)?.ref.sourceId))
  return record
    .sources()
    .filter(({ id }) => used.has(id))
    .map(({ id, uri, kind, revision, columnMap }) => ({
      id,
      uri,
      kind: kind as PackHeader['sources'][number]['kind'],
      revision,
      columnMap: columnMap && { ...columnMap },
    }))
}
