import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, RawRow, Rejection } from '#record'
import { readJsonl } from '../../../src/core/source/read-jsonl.ts'
import type { RowsWanted } from '../../../src/core/source/types.ts'
import { asJsonl, buildFolder, buildRows, readAll, readValues } from '../../support/rows-on-disk.ts'

const origin = { sourceId: 's1', uri: '/a.jsonl', revision: null, file: 'a.jsonl', hints: { config: null, split: null } }

/** Reads a buffer in steps of any size, as a slow source would give it. */
async function readBuffer(content: Buffer, options: { isGzip?: boolean; wanted?: RowsWanted; lineLimit?: number } = {}) {
  const bytes = { length: content.length, slice: async (start: number, end: number) => content.subarray(start, end) }
  const items: (RawRow | Rejection)[] = []
  for await (const item of readJsonl(bytes, origin, { isGzip: false, ...options })) items.push(item)
  return {
    rows: items.filter((item) => 'value' in item),
    rejections: items.filter((item) => 'reason' in item),
  }
}

describe('reading JSON Lines', () => {
  it('gives back the rows written, plain and gzipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.boolean(), async (values, isGzip) => {
        const text = Buffer.from(asJsonl(values as Json[]))
        const { rows } = await readBuffer(isGzip ? gzipSync(text) : text, { isGzip })
        expect(rows.map((row) => row.value)).toEqual(JSON.parse(JSON.stringify(values)))
      }),
      { numRuns: 60 },
    )
  })

  it('numbers rows by line, blank lines counted and not read', async () => {
    const { rows, rejections } = await readBuffer(Buffer.from('\uFEFF{"a":1}\r\n\n  \r\n{"a":2}'))
    expect(rows.map((row) => [row.ref.row, row.value])).toEqual([
      [0, { a: 1 }],
      [3, { a: 2 }],
    ])
    expect(rejections).toEqual([])
  })

  it('rejects a malformed line by its number and goes on', async () => {
    const { rows, rejections } = await readBuffer(Buffer.from('{"a":1}\n{"a":\n{"a":3}\n'))
    expect(rows.map((row) => row.ref.row)).toEqual([0, 2])
    expect(rejections).toMatchObject([{ kind: 'malformed', ref: { row: 1 } }])
    expect(rejections[0]?.reason).toMatch(/^Line 2 \(5 bytes\) was left out: it is not JSON/)
  })

  it('rejects invalid UTF-8 instead of repairing it', async () => {
    const broken = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}\n{"a":2}\n')])
    const { rows, rejections } = await readBuffer(broken)
    expect(rows.map((row) => row.value)).toEqual([{ a: 2 }])
    expect(rejections).toMatchObject([{ kind: 'malformed', ref: { row: 0 } }])
    expect(rejections[0]?.reason).toContain('Line 1')
    expect(rejections[0]?.reason).toContain('not valid UTF-8')
  })

  it('rejects a malformed line of 50 MB and reads the next ones', async () => {
    const root = buildFolder({ 'a.jsonl': Buffer.concat([Buffer.alloc(50_000_000, 'x'), Buffer.from('\n{"a":1}\n')]) })
    const { rows, rejections } = await readAll(root)
    expect(rows.map((row) => [row.ref.row, row.value])).toEqual([[1, { a: 1 }]])
    expect(rejections).toMatchObject([{ kind: 'malformed', ref: { row: 0 } }])
    expect(rejections[0]?.reason.length).toBeLessThan(400)
  })

  it('calls a line over the limit too large without holding it', async () => {
    const { rows, rejections } = await readBuffer(Buffer.from(`${'y'.repeat(5000)}\n{"a":1}\n`), { lineLimit: 1000 })
    expect(rows.map((row) => row.ref.row)).toEqual([1])
    expect(rejections).toMatchObject([{ kind: 'too-large', ref: { row: 0 } }])
    expect(rejections[0]?.reason).toContain('5,000 bytes')
  })

  it('goes on from a line without parsing those before it', async () => {
    const { rows, rejections } = await readBuffer(Buffer.from('not json\n{"a":1}\n{"a":2}\n'), { wanted: { fromRow: 2 } })
    expect(rows.map((row) => row.ref.row)).toEqual([2])
    expect(rejections).toEqual([])
  })

  it('keeps the rows before a cut in a gzipped file', async () => {
    const whole = gzipSync(asJsonl(buildRows(5000)))
    const root = buildFolder({ 'a.jsonl.gz': whole.subarray(0, whole.length - 500) })
    const { rows, rejections } = await readAll(root)
    expect(rows.length).toBeGreaterThan(3000)
    expect(rows.map((row) => row.value)).toEqual(buildRows(rows.length))
    expect(rejections).toMatchObject([{ kind: 'unreadable', ref: { row: -1 } }])
    expect(rejections[0]?.reason).toContain('a.jsonl.gz is cut off')
  })

  it('reads gzip files of several members', async () => {
    const root = buildFolder({ 'a.jsonl.gz': Buffer.concat([gzipSync('{"n":0}\n'), gzipSync('{"n":1}\n')]) })
    expect(await readValues(join(root, 'a.jsonl.gz'))).toEqual(buildRows(2))
  })

  it('says when a file named .gz is not gzip', async () => {
    const { rejections } = await readAll(buildFolder({ 'a.jsonl.gz': '{"a":1}\n' }))
    expect(rejections).toMatchObject([{ kind: 'unreadable', ref: { row: -1 } }])
    expect(rejections[0]?.reason).toContain('is damaged')
  })

  it('keeps __proto__ as a key like any other', async () => {
    const { rows } = await readBuffer(Buffer.from('{"__proto__":{"polluted":true}}\n'))
    expect(JSON.stringify(rows[0]?.value)).toBe('{"__proto__":{"polluted":true}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
