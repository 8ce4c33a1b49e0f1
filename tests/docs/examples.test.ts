import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRuleBook, parseRecipe } from '#filter'
import { CHECKS } from '#measure'
import { bundledBook } from '../support/rule-book.ts'

/** The YAML examples of a page, by what they are. */
async function examplesOf(page: string): Promise<{ packs: string[]; recipes: string[] }> {
  const text = await readFile(resolve(import.meta.dirname, '../../docs', page), 'utf8')
  const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block)
  const packs = blocks.filter((block) => /^rules:/m.test(block))
  const recipes = blocks.filter((block) => !packs.includes(block)).map((block) => (/^steps:/m.test(block) ? block : `steps:\n${block}`))
  return { packs, recipes }
}

describe('examples in the documentation', () => {
  it.each(['rules.md', 'recipes.md'])('can be copied: %s', async (page) => {
    const { packs, recipes } = await examplesOf(page)
    expect(recipes.length).toBeGreaterThan(0)
    const { columns, groups, lists } = bundledBook
    const book = createRuleBook({
      packs: packs.map((text, at) => ({ name: `${at}.yaml`, text, isBundled: false })),
      columns,
      groups,
      lists,
      checks: CHECKS,
    })
    expect(book.faults).toEqual([])
    const whole = { ...bundledBook, find: (id: string) => book.find(id) ?? bundledBook.find(id) }
    for (const recipe of recipes) expect(parseRecipe(recipe, page, whole).steps.length).toBeGreaterThan(0)
  })
})
