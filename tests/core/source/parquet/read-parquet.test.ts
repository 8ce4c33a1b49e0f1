import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { asParquet, buildFolder, readAll, readValues } from '../../../support/rows-on-disk.ts'

const rows = Array.from({ length: 10 }, (_, n) => ({
  id: `run-${n}`,
  n: BigInt(n),
  messages: n === 3 ? null : [{ role: 'user', content: n === 4 ? null : `ask ${n}` }],
}))
const expected = rows.map((row) => ({ ...row, n: Number(row.n) }))

describe('reading parquet', () => {
  for (const codec of ['SNAPPY', 'GZIP', 'UNCOMPRESSED'] as const) {
    it(`gives nested rows of several row groups in order (${codec})`, async () => {
      const root = buildFolder({ 'a.parquet': asParquet(rows, { rowGroupSize: 4, codec }) })
      expect(await readValues(join(root, 'a.parquet'))).toEqual(expected)
    })
  }

  it('reads ZSTD as DuckDB writes it', async () => {
    const root = buildFolder()
    const path = join(root, 'zstd.parquet')
    const db = await (await DuckDBInstance.create()).connect()
    const select = `SELECT i::BIGINT AS n, [{'role': 'user', 'content': repeat('ab', 500) || i}] AS messages FROM range(5000) t(i)`
    await db.run(`COPY (${select}) TO '${path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`)
    const values = await readValues(path)
    expect(values).toHaveLength(5000)
    expect(values[4321]).toEqual({ n: 4321, messages: [{ role: 'user', content: `${'ab'.repeat(500)}4321` }] })
  })

  it('goes on from a row in the middle of a group', async () => {
    const root = buildFolder({ 'a.parquet': asParquet(rows, { rowGroupSize: 4 }) })
    const { rows: read } = await readAll(join(root, 'a.parquet'), { wanted: { fromRow: 6 } })
    expect(read.map((row) => row.ref.row)).toEqual([6, 7, 8, 9])
    expect(read.map((row) => row.value)).toEqual(expected.slice(6))
  })

  it('writes 64-bit numbers that a double cannot hold as text', async () => {
    const big = 2n ** 60n
    const root = buildFolder({ 'a.parquet': asParquet([{ id: 'x', n: big, messages: [] }]) })
    expect(await readValues(root)).toEqual([{ id: 'x', n: big.toString(), messages: [] }])
  })

  it('keeps the other groups when one does not decode', async () => {
    const bytes = asParquet(rows, { rowGroupSize: 4, codec: 'GZIP' })
    bytes.fill(0xff, 8, 60)
    const { rows: read, rejections } = await readAll(buildFolder({ 'a.parquet': bytes }))
    expect(read.map((row) => row.ref.row)).toEqual([4, 5, 6, 7, 8, 9])
    expect(rejections).toMatchObject([{ kind: 'unreadable', ref: { row: 0 } }])
    expect(rejections[0]?.reason).toContain('Rows 0 to 3 of a.parquet cannot be decoded')
  })

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 20), 'was cut off: its footer is missing'],
    ['something else', () => Buffer.from('<html>not found</html>'), 'is not a parquet file, whatever its name says'],
    ['empty', () => Buffer.alloc(0), 'is empty (0 bytes)'],
    [
      'a footer of noise',
      (bytes: Uint8Array) => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 0xff), bytes.slice(-8)]),
      'whose footer cannot be read',
    ],
  ])('says what is wrong with a file that is %s', async (_, damage, message) => {
    const { rows: read, rejections } = await readAll(buildFolder({ 'a.parquet': damage(asParquet(rows)) }))
    expect(read).toEqual([])
    expect(rejections).toMatchObject([{ kind: 'unreadable', ref: { row: -1, file: 'a.parquet' } }])
    expect(rejections[0]?.reason).toContain(message)
  })
})
