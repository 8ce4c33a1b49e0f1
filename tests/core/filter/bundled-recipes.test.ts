import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBundledRecipes, parseRecipe } from '#filter'
import { bundledBook } from '../../support/rule-book.ts'

const recipes = await loadBundledRecipes(resolve(import.meta.dirname, '../../../resources/recipes'), bundledBook)
const named = (name: string) => recipes.find((recipe) => recipe.name === name)?.steps ?? []

describe('the bundled recipes', () => {
  it('begin with the tutorial: its four filters in its order', () => {
    expect(recipes.map(({ name }) => name)).toEqual(['tutorial', 'everything', 'paper', 'strict'])
    expect(named('tutorial').map(({ rule, parameters, enabled }) => ({ rule, parameters, enabled }))).toEqual([
      { rule: 'resolved-label', parameters: { keep: [1] }, enabled: true },
      { rule: 'token-limit', parameters: { max: 32_000, measure: 'traj_tokens' }, enabled: true },
      { rule: 'languages', parameters: { allow: [] }, enabled: true },
      { rule: 'patch-present', parameters: {}, enabled: true },
    ])
  })

  it('keep the hash of the tutorial, which decisions and exports have recorded', () => {
    expect(recipes[0]?.hash).toBe('21b177624f24284d4afb8418cc007645d67fbbecb519353da26d8487b1baa754')
  })

  it('have every rule in "everything", with all its parameters, and do there what the tutorial does', () => {
    const everything = named('everything')
    expect([...new Set(everything.map(({ rule }) => rule))].sort()).toEqual(bundledBook.rules.map(({ id }) => id).sort())
    expect(recipes.find(({ name }) => name === 'everything')?.hash).toBe(recipes[0]?.hash)
    const written = recipes.find(({ name }) => name === 'everything')?.text ?? ''
    for (const { id, parameters } of bundledBook.rules) {
      const part = written.slice(written.indexOf(`- rule: ${id}\n`)).split('- rule:')[1] ?? ''
      expect(written, `a comment above ${id}`).toMatch(new RegExp(`#[^\\n]*\\n  - rule: ${id}\\n`))
      for (const { name } of parameters) expect(part, `${name} of ${id}`).toContain(`    ${name}: `)
    }
  })

  it('show in "everything" what each rule does when nothing is said', () => {
    for (const { rule, parameters } of named('everything').filter((step) => step.rule !== 'expression')) {
      const [bare] = parseRecipe(JSON.stringify({ steps: [{ rule }] }), 'bare', bundledBook).steps
      expect(parameters, rule).toEqual(bare?.parameters)
    }
  })
})
