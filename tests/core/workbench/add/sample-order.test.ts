import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileGroups, type RowPlace, sampleOrder } from '../../../../src/core/workbench/add/take/sample-order.ts'

/** A file with row groups of these sizes. */
function buildFile(path: string, sizes: number[], hasPages: boolean): FileGroups {
  let start = 0
  return {
    path,
    groups: sizes.map((size, group) => {
      start += size
      return { group, start: start - size, end: start, hasPages, bytes: size }
    }),
  }
}

async function allOf(files: FileGroups[], seed = 1): Promise<RowPlace[]> {
  const order = await sampleOrder(files, seed)
  const rows: RowPlace[] = []
  for (let next = order.next(); !next.done; next = order.next()) rows.push(next.value)
  return rows
}

const named = (rows: RowPlace[]): string[] => rows.map(({ path, row }) => `${path}:${row}`)

describe('the order of a seeded sample', () => {
  it('holds every row exactly once, with pages or without', async () => {
    const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 9 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), fc.nat(), async (files, hasPages, seed) => {
        const built = files.map((one, n) => buildFile(`f${n}`, one, hasPages))
        const there = files.flatMap((one, n) => Array.from({ length: one.reduce((a, b) => a + b, 0) }, (_, row) => `f${n}:${row}`))
        expect(named(await allOf(built, seed)).sort()).toEqual(there.sort())
      }),
      { numRuns: 50 },
    )
  })

  it('is the same for the same seed whatever the order of files, and another for another seed', async () => {
    for (const hasPages of [true, false]) {
      const files = ['a', 'b', 'c'].map((path) => buildFile(path, [20, 20], hasPages))
      expect(await allOf(files, 7)).toEqual(await allOf([...files].reverse(), 7))
      expect(await allOf(files, 7)).not.toEqual(await allOf(files, 8))
    }
  })

  it('with pages is by sha256 of seed, file and row', async () => {
    const rank = (row: number): string => createHash('sha256').update(`5\na\n${row}`).digest('hex')
    const expected = Array.from({ length: 30 }, (_, row) => row).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    expect((await allOf([buildFile('a', [10, 20], true)], 5)).map(({ row }) => row)).toEqual(expected)
  })

  it('without pages draws from at most sixteen row groups, as equally as they allow, over as many files as it can', async () => {
    const files = Array.from({ length: 10 }, (_, n) => buildFile(`f${n}`, Array(8).fill(100), false))
    const sample = (await allOf(files)).slice(0, 400)
    const perGroup = new Map<string, number>()
    for (const { path, row } of sample) {
      const group = `${path}:${Math.floor(row / 100)}`
      perGroup.set(group, (perGroup.get(group) ?? 0) + 1)
    }
    expect([...perGroup.values()]).toEqual(Array(16).fill(25))
    expect(new Set(sample.map(({ path }) => path)).size).toBe(10)
  })

  it('without pages makes up for small groups with the others, then with further ones', async () => {
    const files = Array.from({ length: 20 }, (_, n) => buildFile(`f${n}`, [n === 0 ? 1 : 10], false))
    const rows = named(await allOf(files))
    expect(new Set(rows.slice(0, 151).map((row) => row.split(':')[0])).size).toBeLessThanOrEqual(16)
    expect(rows).toHaveLength(191)
  })
})
