import { createTwoFilesPatch } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileMatch, matchPatches } from '#measure'
import { parsePatch } from '#parse'

const file = (path: string, ...hunks: string[]): string =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${hunks.map((hunk) => `${hunk}\n`).join('')}`
const matched = (ours: string, theirs: string): FileMatch[] => matchPatches(parsePatch(ours), parsePatch(theirs))

const FIRST = '@@ -1,2 +1,2 @@\n one\n-two\n+zwei'
const LATER = '@@ -8,2 +8,3 @@\n eight\n-nine\n+neun\n+zehn'

describe('two patches held against each other', () => {
  it('has the files in common first, then those of one alone', () => {
    const files = matched(file('mine.py', FIRST) + file('both.py', FIRST), file('tests/theirs.py', FIRST) + file('both.py', FIRST))
    expect(files.map(({ path, model, reference, isTest }) => [path, model, reference, isTest])).toEqual([
      ['both.py', 1, 1, false],
      ['mine.py', 0, null, false],
      ['tests/theirs.py', null, 0, true],
    ])
  })

  it('calls hunks alike that change the same lines, wherever they stand and however lines end', () => {
    const moved = FIRST.replace('@@ -1,2 +1,2 @@', '@@ -30,2 +30,2 @@').replace('+zwei', '+zwei  ')
    expect(matched(file('a', FIRST), file('a', moved))[0]).toMatchObject({ alikeHunks: 1, overlappingHunks: 0, alikeLines: 1 })
  })

  it('counts a hunk that changes the same lines in another way as overlapping, not as alike', () => {
    const other = FIRST.replace('zwei', 'deux')
    expect(matched(file('a', FIRST, LATER), file('a', other, LATER))[0]).toMatchObject({
      modelHunks: 2,
      referenceHunks: 2,
      alikeHunks: 1,
      overlappingHunks: 1,
      alikeLines: 4 / 6,
    })
  })

  it('lets one hunk of the reference answer for one of the model’s', () => {
    const again = FIRST.replace('@@ -1,2 +1,2 @@', '@@ -5,2 +5,2 @@')
    expect(matched(file('a', FIRST, again), file('a', FIRST))[0]).toMatchObject({ alikeHunks: 1, overlappingHunks: 0, alikeLines: 0.5 })
  })

  it('takes a renamed file for the one it was', () => {
    const renamed = `diff --git a/a b/c\nsimilarity index 90%\nrename from a\nrename to c\n--- a/a\n+++ b/c\n${FIRST}\n`
    expect(matched(renamed, file('a', FIRST))).toMatchObject([{ path: 'a', model: 0, reference: 0, alikeHunks: 1 }])
  })

  it('says that every patch is wholly like itself, and that likeness has no side', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ' '), { maxLength: 12 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''))
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        const [ours, reference] = [mine, theirs].map((to) => parsePatch(createTwoFilesPatch('a/x', 'b/x', from, to)))
        if (!ours || !reference) throw new Error('there are two')
        for (const { modelHunks, alikeHunks, overlappingHunks } of matchPatches(ours, ours))
          expect([alikeHunks, overlappingHunks]).toEqual([modelHunks, 0])
        const likeness = (files: FileMatch[]) => files.map(({ alikeHunks, alikeLines }) => [alikeHunks, alikeLines])
        expect(likeness(matchPatches(ours, reference))).toEqual(likeness(matchPatches(reference, ours)))
      }),
    )
  })
})
