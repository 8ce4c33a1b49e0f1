import { fault } from '#record'
import type { Answers } from '../answers.ts'
import type { Client } from '../session.ts'

/** A recipe somebody decided under, with the hash entries name it by. */
export interface NamedRecipe extends NonNullable<Answers['review']['recipe']> {
  hash: string
}

/** Letters of a hash that `winnow ledger` prints. */
export const SHOWN_HASH = 12

/** The recipe an entry was said under, by its hash or by the beginning of it that the ledger's table shows. */
export async function keptRecipe(client: Client, asked: string, signal: AbortSignal): Promise<NamedRecipe> {
  const { recipes } = await client.review.check(undefined, { signal })
  const named = recipes.flatMap(({ hash }) => (hash?.startsWith(asked) ? [hash] : []))
  if (named.length > 1)
    throw fault('bad-input', `${asked} begins the hashes of ${named.length} recipes: ${named.join(', ')}.`, {
      culprit: asked,
      remedy: 'Give more of it.',
    })
  const hash = named[0] ?? asked
  const kept = await client.review.recipe({ hash }, { signal })
  if (kept) return { hash, ...kept }
  throw fault('not-found', `There is no recipe ${asked} that anybody decided under here.`, {
    culprit: asked,
    remedy: 'Those there are: winnow ledger --check',
  })
}
