import { createTwoFilesPatch } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import { parsePatch } from '#parse'
import type { Hunk } from '#record'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'

const IDS = [
  'ref_files',
  'ref_churn',
  'ref_files_shared',
  'ref_file_recall',
  'ref_file_precision',
  'ref_hunks',
  'ref_hunk_recall',
  'ref_lines_shared',
]
const compared = (patch: string | null, referencePatch: string | null) =>
  measureExample(buildExample({ patch, referencePatch }), measuring(...IDS))

const file = (path: string, ...hunks: string[]): string =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${hunks.map((hunk) => `${hunk}\n`).join('')}`

describe('a patch beside the reference patch', () => {
  it('has no such measures where the row has no reference patch', () => {
    expect(new Set(Object.values(compared(file('a', '@@ -1 +1 @@', '-x', '+y'), null)))).toEqual(new Set([null]))
  })

  it('finds nothing when it is empty, and has no precision then', () => {
    expect(compared('', file('a', '@@ -1 +1 @@', '-x', '+y'))).toEqual({
      ref_files: 1,
      ref_churn: 2,
      ref_files_shared: 0,
      ref_file_recall: 0,
      ref_file_precision: null,
      ref_hunks: 1,
      ref_hunk_recall: 0,
      ref_lines_shared: 0,
    })
  })

  it('shares the file a rename starts from', () => {
    const rename = 'diff --git a/old.py b/new.py\nsimilarity index 90%\nrename from old.py\nrename to new.py\n'
    expect(compared(file('old.py', '@@ -1 +1 @@', '-x', '+y'), rename)).toMatchObject({ ref_file_recall: 1, ref_file_precision: 1 })
  })

  it('meets a hunk by changed lines, not by context', () => {
    const reference = file('a', '@@ -10,5 +10,5 @@', ' 10', ' 11', '-12', '+new', ' 13', ' 14')
    const beside = file('a', '@@ -8,5 +8,5 @@', ' 8', ' 9', '-10', '+x', ' 11', ' 12')
    expect(compared(beside, reference).ref_hunk_recall).toBe(0)
    const onIt = file('a', '@@ -12 +12 @@', '-12', '+x')
    expect(compared(onIt, reference).ref_hunk_recall).toBe(1)
  })

  it('meets lines added beside a changed line', () => {
    const reference = file('a', '@@ -12 +12 @@', '-12', '+new')
    const added = (after: number) => file('a', `@@ -${after},0 +${after + 1} @@`, '+x')
    expect([10, 11, 12, 13].map((after) => compared(added(after), reference).ref_hunk_recall)).toEqual([0, 1, 1, 0])
  })

  it('counts every hunk of the reference once, however often it is met', () => {
    const reference = file('a', '@@ -1,3 +1,3 @@', '-1', '+x', ' 2', '-3', '+y', '@@ -50 +50 @@', '-50', '+z', '@@ -90 +90 @@', '-90', '+q')
    const patch = file('a', '@@ -1,3 +1 @@', '-1', '-2', '-3', '+w', '@@ -50 +50 @@', '-50', '+other')
    expect(compared(patch, reference)).toMatchObject({ ref_hunks: 3, ref_hunk_recall: 2 / 3 })
  })

  it('shares added lines as often as both have them, trimmed, wherever they stand', () => {
    const reference = file('a', '@@ -1,0 +2,4 @@', '+same', '+same', '+', '+other')
    const patch = file('b', '@@ -1,0 +2,4 @@', '+  same ', '+', '+another', '+same', '@@ -9,0 +14 @@', '+same')
    expect(compared(patch, reference)).toMatchObject({ ref_lines_shared: 2, ref_files_shared: 0 })
  })

  it('compares files alone when a patch is cut', () => {
    const long = `@@ -0,0 +1,200001 @@\n${'+x\n'.repeat(200_001)}`
    const monster = `diff --git a/a b/a\nnew file mode 100644\n--- /dev/null\n+++ b/a\n${long}`
    const rest = { ref_hunks: null, ref_hunk_recall: null, ref_lines_shared: null }
    expect(compared(monster, file('a', '@@ -1 +1 @@', '-x', '+y'))).toMatchObject({ ref_file_recall: 1, ...rest })
    expect(compared(file('a', '@@ -1 +1 @@', '-x', '+y'), monster)).toMatchObject({ ref_file_recall: 1, ref_churn: 200_001, ...rest })
  })
})

const lines = fc
  .array(fc.constantFrom('a', 'b', 'c', ' a', '', '}'), { maxLength: 12 })
  .map((all) => all.map((line) => `${line}\n`).join(''))
const name = fc.constantFrom('a.py', 'b.py', 'c.py')
const patches = fc
  .array(fc.tuple(name, lines, lines, fc.integer({ min: 0, max: 3 })), { maxLength: 4 })
  .map((files) =>
    files.map(([path, old, now, context]) => createTwoFilesPatch(`a/${path}`, `b/${path}`, old, now, '', '', { context })).join(''),
  )

const asNumber = (value: unknown): number => Number(value ?? 0)

/** Old lines a hunk changes, one by one: those it deletes; where it only adds, the two it adds between. */
function changedLines({ oldStart, oldLines, lines }: Hunk): Set<number> {
  const changed = new Set<number>()
  let at = oldLines === 0 ? oldStart + 1 : oldStart
  for (const [place, { kind }] of lines.entries()) {
    const run = runAround(lines, place)
    if (kind === 'delete') changed.add(at)
    if (kind === 'add' && !run.includes('delete')) for (const line of [at - 1, at]) changed.add(line)
    if (kind !== 'add') at += 1
  }
  return changed
}

/** Kinds of the changed lines that stand together with this one. */
function runAround(lines: Hunk['lines'], place: number): string[] {
  const isContext = (at: number): boolean => (lines[at]?.kind ?? 'context') === 'context'
  let [first, last] = [place, place]
  while (!isContext(first - 1)) first -= 1
  while (!isContext(last + 1)) last += 1
  return lines.slice(first, last + 1).map(({ kind }) => kind)
}

/** Hunk recall by its definition: every hunk of the reference against every hunk of the patch. */
function recallByHand(patch: string, reference: string): number | null {
  const hunksOf = (text: string) =>
    parsePatch(text).files.flatMap(({ oldPath, newPath, hunks }) =>
      hunks.map((hunk) => ({ path: oldPath ?? newPath, lines: changedLines(hunk) })),
    )
  const [ours, theirs] = [hunksOf(patch), hunksOf(reference)]
  const met = theirs.filter(({ path, lines }) => ours.some((our) => our.path === path && [...lines].some((line) => our.lines.has(line))))
  return theirs.length === 0 ? null : met.length / theirs.length
}

describe('over generated patches', () => {
  it('hunk recall is what comparing every hunk with every other gives', () => {
    fc.assert(
      fc.property(patches, patches, (patch, reference) => {
        if (reference !== '') expect(compared(patch, reference).ref_hunk_recall).toBe(recallByHand(patch, reference))
      }),
      { numRuns: 300 },
    )
  })

  it('a patch against itself shares everything', () => {
    fc.assert(
      fc.property(patches, (patch) => {
        const values = compared(patch, patch)
        for (const id of ['ref_file_recall', 'ref_file_precision', 'ref_hunk_recall']) expect([1, null]).toContain(values[id])
        expect(values.ref_files_shared).toBe(values.ref_files)
      }),
    )
  })

  it('shares lie between 0 and 1, what is shared is the same seen from both sides, and recall one way is precision the other', () => {
    fc.assert(
      fc.property(patches, patches, (one, other) => {
        const there = compared(one, other)
        const back = compared(other, one)
        for (const id of ['ref_file_recall', 'ref_file_precision', 'ref_hunk_recall']) {
          expect(asNumber(there[id])).toBeGreaterThanOrEqual(0)
          expect(asNumber(there[id])).toBeLessThanOrEqual(1)
        }
        if (one === '' || other === '') return
        expect(there.ref_files_shared).toBe(back.ref_files_shared)
        expect(there.ref_lines_shared).toBe(back.ref_lines_shared)
        expect(there.ref_file_recall).toBe(back.ref_file_precision)
        expect(asNumber(there.ref_hunk_recall) > 0).toBe(asNumber(back.ref_hunk_recall) > 0)
      }),
    )
  })
})
