import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movedGroup, packRows } from '../../../../src/core/export/parquet/pack-rows.ts'
import { schemaOf } from '../../../../src/core/export/parquet/schema.ts'
import type { ParquetColumn } from '../../../../src/core/export/targets/target-format.ts'

const COLUMNS: ParquetColumn[] = [
  { name: 's', type: 'string' },
  { name: 'i', type: 'int' },
  { name: 'f', type: 'float' },
  { name: 'b', type: 'bool' },
  { name: 'texts', type: 'strings' },
  { name: 'ints', type: 'ints' },
  { name: 'messages', type: 'messages' },
]

const orNull = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: null })
const text = orNull(fc.string({ unit: 'grapheme' }))
const int = orNull(fc.maxSafeInteger())
const call = fc.record({ id: text, type: text, function: orNull(fc.record({ name: text, arguments: text })) })
const message = fc.record({
  role: text,
  content: text,
  reasoning_content: text,
  tool_calls: orNull(fc.array(orNull(call), { maxLength: 3 })),
  tool_call_id: text,
  name: text,
})
const row = fc.record({
  s: text,
  i: int,
  f: orNull(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  b: orNull(fc.boolean()),
  texts: orNull(fc.array(text, { maxLength: 12 })),
  ints: orNull(fc.array(int, { maxLength: 12 })),
  messages: orNull(fc.array(orNull(message), { maxLength: 4 })),
})
const rows = fc.array(row, { minLength: 1, maxLength: 30 })

/** A whole file of these groups. */
async function fileOf(groups: readonly unknown[][], columns = COLUMNS): Promise<Uint8Array> {
  const packed = await Promise.all(
    groups.map((group) =>
      packRows(
        columns,
        group.map((value) => Buffer.from(JSON.stringify(value))),
      ),
    ),
  )
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns) })
  for (const { bytes, group } of packed) {
    parquet.row_groups.push(movedGroup(group, writer.offset))
    writer.appendBytes(bytes)
  }
  parquet.num_rows = BigInt(groups.flat().length)
  await parquet.finish()
  return writer.getBytes().slice()
}

/** hyparquet gives undefined for a list that is null. */
async function read(file: Uint8Array): Promise<unknown[]> {
  const found = await parquetReadObjects({ file: file.slice().buffer })
  return JSON.parse(JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? Number(value) : (value ?? null))))
}

describe('rows packed for a Parquet file', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-pack-rows-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('are read by hyparquet as they were, whatever is null, empty or nested', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        expect(await read(await fileOf([first, second]))).toEqual(JSON.parse(JSON.stringify([...first, ...second])))
      }),
      { numRuns: 60 },
    )
  })

  it('are read by DuckDB as they were', async () => {
    const made = fc.sample(rows, { numRuns: 12, seed: 7 })
    const path = join(folder, 'rows.parquet')
    await writeFile(path, await fileOf(made))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(`SELECT to_json(t)::VARCHAR AS row FROM read_parquet('${path}') t`)
    const found = reader.getRowObjects().map(({ row: json }) => JSON.parse(String(json)))
    connection.closeSync()
    expect(found).toEqual(JSON.parse(JSON.stringify(made.flat())))
  })

  it('stand in several pages where a column is long, each of whole rows', async () => {
    const long = Array.from({ length: 40 }, (_, at) => ({
      s: `${at}`.repeat(50_000),
      b: at % 3 === 0,
      i: at,
      texts: Array.from({ length: at }, (_value, place) => `${place}`.repeat(3_000)),
    }))
    const found = (await read(await fileOf([long]))) as typeof long
    expect(found.map(({ s, b, i, texts }) => ({ s, b, i, texts }))).toEqual(long)
  })

  it('have null where a value is not of its column', async () => {
    const [found] = await read(
      await fileOf([[{ s: 5, i: 'five', f: true, b: 1, texts: 'no list', ints: { no: 'list' }, messages: ['none'] }]]),
    )
    expect(found).toMatchObject({ s: null, i: null, f: null, b: null, texts: null, ints: null })
  })

  it('are the same bytes each time', async () => {
    const made = fc.sample(rows, { numRuns: 2, seed: 3 })
    expect(Buffer.from(await fileOf(made)).equals(await fileOf(made))).toBe(true)
  })
})
