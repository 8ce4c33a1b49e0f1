import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePatch } from '#parse'
import { isJsonObject, type JsonObject, type Patch } from '#record'
import { gitNumstat, hasGit, type Numstat } from '../../../support/git-numstat.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/patches')
const goldens = readdirSync(fixtures).filter((name) => name.endsWith('.diff'))

const numstatOf = (patch: Patch): Numstat[] =>
  patch.files.map((file) => ({
    additions: file.binary ? null : file.additions,
    deletions: file.binary ? null : file.deletions,
    path: file.newPath ?? file.oldPath ?? '',
  }))

/** Git guesses how many folders to strip from a damaged header; the counts are what must agree. */
const countsOf = (lines: Numstat[]): (number | null)[][] => lines.map(({ additions, deletions }) => [additions, deletions])

const patchOf = (row: JsonObject): string => {
  const nested = isJsonObject(row.metadata) && isJsonObject(row.metadata.model_patch) ? row.metadata.model_patch.patch : null
  const patch = row.model_patch ?? nested
  return typeof patch === 'string' ? patch : ''
}

describe(hasGit ? 'parsePatch beside git apply --numstat' : 'parsePatch beside git apply --numstat (skipped: no git)', () => {
  it.skipIf(!hasGit).each(goldens)('counts %s as git does', (name) => {
    const text = readFileSync(join(fixtures, name), 'utf8')
    const patch = parsePatch(text)
    expect(gitNumstat(text)).toEqual(numstatOf(patch))
    expect(patch.problems).toEqual([])
  })

  it.skipIf(!hasGit)('counts as git does what git still accepts of damaged patches', () => {
    const texts = goldens.filter((name) => !name.startsWith('binary')).map((name) => readFileSync(join(fixtures, name), 'utf8'))
    const lines = texts.join('').split('\n')
    const damage = fc.record({ at: fc.nat(), drop: fc.integer({ min: 0, max: 2 }), add: fc.subarray(lines, { maxLength: 1 }) })
    const damaged = fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.array(damage, { minLength: 1, maxLength: 3 }))
      .map(([first, second, hits]) => {
        const text = (first + second).split('\n')
        for (const { at, drop, add } of hits) text.splice(at % text.length, drop, ...add)
        return `${text.join('\n')}\n`
      })
    let accepted = 0
    fc.assert(
      fc.property(damaged, (text) => {
        const expected = gitNumstat(text)
        if (expected === null) return
        accepted += 1
        expect(countsOf(numstatOf(parsePatch(text)))).toEqual(countsOf(expected))
      }),
      { numRuns: 400 },
    )
    expect(accepted).toBeGreaterThan(50)
  })

  const skipped = hasSharedData ? '' : ' (skipped: no ../shared/data)'
  it.skipIf(!hasGit || !hasSharedData).each(sharedFiles('r3'))(`counts every real patch as git does: %s${skipped}`, (name) => {
    const patches = sharedRows(name)
      .map(patchOf)
      .filter((patch) => patch.trim() !== '')
    const judged = patches
      .map((patch) => [patch.endsWith('\n') ? patch : `${patch}\n`])
      .flatMap(([text = '']) => {
        const expected = gitNumstat(text)
        return expected ? [{ expected, found: numstatOf(parsePatch(text)) }] : []
      })
    expect(judged.length).toBeGreaterThan(patches.length / 2)
    for (const { expected, found } of judged) expect(found).toEqual(expected)
  })
})

describe('what git means by a fixture', () => {
  const statusOf = (name: string): string[] =>
    parsePatch(readFileSync(join(fixtures, `${name}.diff`), 'utf8')).files.map((file) => `${file.status} ${file.oldPath} ${file.newPath}`)

  it.each([
    ['rename', ['renamed renamed.txt moved.txt']],
    ['rename-pure', ['renamed moved.txt deep.txt']],
    ['copy', ['modified copied.txt copied.txt', 'copied copied.txt copy.txt']],
    ['mode', ['mode run.sh run.sh']],
    ['deleted', ['deleted new-empty.txt null', 'deleted new.txt null']],
    ['type-change', ['deleted run.sh null', 'added null run.sh']],
    ['new-files', ['added null d/e/f.txt', 'added null new-empty.txt', 'added null new.txt']],
    ['plain-dates', ['modified left right']],
  ])('names the files of %s', (name, expected) => {
    expect(statusOf(name)).toEqual(expected)
  })

  it('marks binary files, with data and without', () => {
    for (const name of ['binary', 'binary-differ']) {
      const patch = parsePatch(readFileSync(join(fixtures, `${name}.diff`), 'utf8'))
      expect(patch.files.every((file) => file.binary)).toBe(true)
    }
  })
})
