import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRow } from '#record'
import { readFooter, tailBytes } from '../../../../src/core/source/parquet/footer.ts'
import { planParts } from '../../../../src/core/source/parquet/plan-parts.ts'
import { planRows } from '../../../../src/core/source/parquet/plan-rows.ts'
import { readParquet } from '../../../../src/core/source/parquet/read-parquet.ts'
import type { RowSpan, RowsWanted } from '../../../../src/core/source/types.ts'
import { type CountingBytes, countingBytes, unplanned } from '../../../support/counting-bytes.ts'
import { asHubParquet, buildHubRows } from '../../../support/hub-parquet.ts'

const origin = { sourceId: 's1', uri: 'hf://datasets/o/n', revision: null, file: 'a.parquet', hints: { config: null, split: null } }
const ROWS = buildHubRows(90, 3000)
const PAGED = asHubParquet(ROWS, { rowGroupSize: 40, pageSize: 6000 })
const PLAIN = asHubParquet(ROWS, { rowGroupSize: 40 })

async function read(bytes: CountingBytes, wanted: RowsWanted): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const item of readParquet(bytes, origin, { wanted })) if ('value' in item) rows.push(item)
  return rows
}

const numbersIn = (spans: readonly RowSpan[]) => spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n))
const sizeOf = (ranges: readonly RowSpan[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)

/** Ascending spans that do not meet. */
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 8 }).map((cuts) => {
  const edges = cuts.sort((a, b) => a - b)
  return edges.flatMap((start, n): RowSpan[] => (n % 2 === 0 ? [{ start, end: edges[n + 1] ?? start + 1 }] : []))
})

describe('planning rows', () => {
  it('one row takes its pages and little else, and not one byte more while it is read', async () => {
    const bytes = countingBytes(PAGED)
    const metadata = await readFooter(bytes)
    const wanted = { spans: [{ start: 57, end: 58 }] }
    const plan = await planRows(metadata, wanted, bytes.slice)
    expect(sizeOf(plan)).toBeLessThan(40_000)
    bytes.asked.length = 0
    const rows = await read(bytes, wanted)
    expect(rows.map(({ ref, value }) => [ref.row, value])).toEqual([[57, ROWS[57]]])
    expect(unplanned(bytes.asked, [...plan, { start: bytes.length - tailBytes(bytes.length), end: bytes.length }])).toEqual([])
  })

  it.each([
    ['with an offset index', PAGED],
    ['without one', PLAIN],
  ])('of a file %s covers what is read, and gives exactly the rows of any spans', async (_, content) => {
    const metadata = await readFooter(countingBytes(content))
    await fc.assert(
      fc.asyncProperty(spans, async (asked) => {
        const bytes = countingBytes(content)
        const plan = await planRows(metadata, { spans: asked }, countingBytes(content).slice)
        const rows = await read(bytes, { spans: asked })
        const numbers = numbersIn(asked).filter((row) => row < ROWS.length)
        expect(rows.map(({ ref }) => ref.row)).toEqual(numbers)
        expect(rows.map(({ value }) => value)).toEqual(numbers.map((row) => ROWS[row]))
        expect(unplanned(bytes.asked, [...plan, { start: bytes.length - tailBytes(bytes.length), end: bytes.length }])).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('takes the whole group once where there is no offset index', async () => {
    const bytes = countingBytes(PLAIN)
    const metadata = await readFooter(bytes)
    bytes.asked.length = 0
    const wanted = {
      spans: [
        { start: 41, end: 42 },
        { start: 70, end: 72 },
      ],
    }
    expect(planParts(metadata, wanted)).toHaveLength(1)
    const plan = await planRows(metadata, wanted, bytes.slice)
    expect(bytes.asked).toEqual([])
    expect(sizeOf(plan)).toBeGreaterThan(40 * 3000)
    expect(sizeOf(plan)).toBeLessThan(bytes.length / 2)
  })
})

describe('planning parts', () => {
  const group = (rows: number, bytes: number, isIndexed: boolean) => {
    const column = { file_offset: 0n, ...(isIndexed ? { offset_index_offset: 1n, offset_index_length: 1 } : {}) }
    return { columns: [column], num_rows: BigInt(rows), total_byte_size: BigInt(bytes) }
  }
  const plan = (groups: ReturnType<typeof group>[], wanted: RowsWanted) => {
    const num_rows = groups.reduce((sum, { num_rows: rows }) => sum + rows, 0n)
    const parts = planParts({ version: 2, schema: [], num_rows, row_groups: groups, metadata_length: 0 }, wanted, 100)
    return parts.map(({ group: number, start, end }) => [number, start, end])
  }

  it('divide a big group that has an offset index, each row once', () => {
    expect(plan([group(10, 50, true), group(10, 300, true)], { fromRow: 0 })).toEqual([
      [0, 0, 10],
      [1, 10, 14],
      [1, 14, 18],
      [1, 18, 20],
    ])
  })

  it('take a group without an index at once, from the first row wanted to the last', () => {
    expect(plan([group(10, 300, false)], { fromRow: 3 })).toEqual([[0, 3, 10]])
    expect(
      plan([group(10, 300, false)], {
        spans: [
          { start: 2, end: 3 },
          { start: 7, end: 8 },
        ],
      }),
    ).toEqual([[0, 2, 8]])
  })

  it('pass over groups before the first row wanted', () => {
    expect(plan([group(10, 100, true), group(10, 100, true)], { fromRow: 10 })).toEqual([[1, 10, 20]])
  })
})
