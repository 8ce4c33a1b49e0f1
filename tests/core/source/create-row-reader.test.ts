import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fault, type Rejection } from '#record'
import { createRowReader, type OpenedSource, openSource, type ReadJob, type RowReader, type TextRow } from '#source'
import { countingBytes } from '../../support/counting-bytes.ts'
import { asHubParquet, buildHubRows } from '../../support/hub-parquet.ts'
import { READ_WORKER_URL } from '../../support/open-workbench.ts'
import { asJsonl, asParquet, buildFolder, buildRows, readAll } from '../../support/rows-on-disk.ts'

const MORTAL = new URL('../../fixtures/workers/mortal-reader.mjs', import.meta.url)

function openReader(options: Partial<Parameters<typeof createRowReader>[0]> = {}): RowReader {
  const reader = createRowReader({ workerUrl: READ_WORKER_URL, ...options })
  onTestFinished(() => reader.close())
  return reader
}

/** What a reader gives for every file of a source, in order. */
async function readThrough(reader: RowReader, source: OpenedSource, fromRow = 0): Promise<(TextRow | Rejection)[]> {
  const items: (TextRow | Rejection)[] = []
  for (const file of source.files) {
    for await (const batch of reader.read(source.job(file, { fromRow }))) items.push(...batch.items)
  }
  return items
}

const rejectionsOf = (items: (TextRow | Rejection)[]) => items.filter((item) => 'reason' in item)
const placesOf = (items: (TextRow | Rejection)[]) => items.filter((item) => 'body' in item).map(({ ref }) => `${ref.file}:${ref.row}`)

/** Rows whose texts no dictionary makes small. */
const wideRows = (count: number, width: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `run-${n}`, n: BigInt(n), messages: [{ role: 'user', content: `${n} `.repeat(width) }] }))

describe('reading in a thread', { timeout: 60_000 }, () => {
  it.each([0, 3])('gives what reading in the same thread gives, for every format, from row %i on', async (fromRow) => {
    const root = buildFolder({
      'a.parquet': asParquet(wideRows(200, 3), { rowGroupSize: 70 }),
      'b.jsonl': asJsonl(buildRows(150)),
      'c.jsonl.gz': gzipSync(asJsonl(buildRows(5))),
      'd.json': JSON.stringify(buildRows(5)),
      'e.traj': '{"n":0,"__proto__":{"a":"\\ud800"}}',
      'f.json': asJsonl(buildRows(5)),
      'g-broken.jsonl': '{"n":0}\n{"n":\n{"n":2}\n{"n":3}\n{"n":\n',
      'h-empty.jsonl': '',
      'i-cut.parquet': 'PAR1 and then nothing',
      'j-cut.jsonl.gz': gzipSync(asJsonl(buildRows(2000))).subarray(0, 3000),
    })
    const read = await readThrough(openReader(), await openSource(root, { sourceId: 's1' }), fromRow)
    const { rows, rejections } = await readAll(root, { wanted: { fromRow } })
    expect(rejectionsOf(read)).toEqual(rejections)
    expect(read.filter((item) => 'body' in item)).toEqual(
      rows.map(({ ref, hints, value }) => ({ ref, hints, body: JSON.stringify(value) })),
    )
  })

  it('asks for two batches ahead and no more', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': asJsonl(buildRows(640)) }), { sourceId: 's1' })
    const orders = vi.spyOn(Worker.prototype, 'postMessage')
    onTestFinished(() => orders.mockRestore())
    const [file] = source.files
    if (!file) throw new Error('there is a file')
    const batches = openReader().read(source.job(file, { fromRow: 0 }))
    for (let taken = 1; taken <= 10; taken++) {
      const { value } = await batches.next()
      expect(value?.items).toHaveLength(64)
      expect(orders.mock.calls.filter(([order]) => (order as { kind: string }).kind === 'next')).toHaveLength(taken + 1)
    }
  })

  it('reads nothing that nobody asked for', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': asJsonl(buildRows(640)) }), { sourceId: 's1' })
    const worker = new Worker(READ_WORKER_URL)
    onTestFinished(async () => void (await worker.terminate()))
    const told: string[] = []
    worker.on('message', ({ kind, id }: { kind: string; id?: number }) => told.push(`${kind} ${id ?? ''}`.trim()))
    for (const id of [1, 2]) {
      worker.postMessage({ kind: 'read', id, job: source.files.map((file) => source.job(file, { fromRow: 0 }))[0] })
      worker.postMessage({ kind: 'next' })
      while (!told.includes(`batch ${id}`)) await once(worker, 'message')
    }
    expect(told).toEqual(['ready', 'batch 1', 'batch 2'])
  })

  it('big rows come in batches of about four megabytes', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => ({ n, text: 'x'.repeat(1_000_000) }))
    const source = await openSource(buildFolder({ 'a.jsonl': asJsonl(rows) }), { sourceId: 's1' })
    const sizes: number[] = []
    for (const file of source.files) {
      for await (const { items } of openReader().read(source.job(file, { fromRow: 0 }))) sizes.push(items.length)
    }
    expect(sizes).toEqual([4, 4, 4, 0])
  })

  it('a file left early does not disturb the next', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': asJsonl(buildRows(640)), 'b.jsonl': asJsonl(buildRows(2)) }), {
      sourceId: 's1',
    })
    const reader = openReader()
    const [first, second] = source.files.map((file) => source.job(file, { fromRow: 0 }))
    if (!first || !second) throw new Error('there are two files')
    for await (const _ of reader.read(first)) break
    const places: string[] = []
    for await (const { items } of reader.read(second)) places.push(...placesOf(items))
    expect(places).toEqual(['b.jsonl:0', 'b.jsonl:1'])
  })
})

describe('a reading thread in trouble', { timeout: 60_000 }, () => {
  it('ends at once when aborted, whatever it is at, and the next file is read', async () => {
    const root = buildFolder({ 'a.jsonl': asJsonl(buildRows(1)), 'b-endless.jsonl': asJsonl(buildRows(1)) })
    const source = await openSource(root, { sourceId: 's1' })
    const [good, endless] = source.files.map((file) => source.job(file, { fromRow: 0 }))
    if (!good || !endless) throw new Error('there are two files')
    const reader = openReader({ workerUrl: MORTAL })
    for await (const _ of reader.read(good));
    const stop = new AbortController()
    const reading = reader.read(endless, stop.signal).next()
    await setImmediate()
    const before = performance.now()
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(performance.now() - before).toBeLessThan(5_000)
    for await (const { items } of reader.read(good)) expect(items).toHaveLength(1)
  })

  it('a row group that does not fit its memory rejects the file, and the next file is read', async () => {
    const root = buildFolder({
      'a.parquet': asParquet(wideRows(1200, 12_000), { rowGroupSize: 1000 }),
      'b.jsonl': asJsonl(buildRows(2)),
    })
    const read = await readThrough(openReader({ memoryMb: 24 }), await openSource(root, { sourceId: 's1' }))
    expect(rejectionsOf(read)).toMatchObject([{ kind: 'too-large', ref: { file: 'a.parquet', row: -1 } }])
    expect(rejectionsOf(read)[0]?.reason).toMatch(
      /^Row group 0 of a\.parquet \(rows 0 to \d+, \d+ MB unpacked\) needed more memory than a reading thread may use \(24 MB\)\. Write the file with smaller row groups/,
    )
    expect(placesOf(read)).toEqual(['b.jsonl:0', 'b.jsonl:1'])
  })

  it('that dies on a file rejects the file, and the next one is read', async () => {
    const root = buildFolder({ 'a-deadly.jsonl': asJsonl(buildRows(1)), 'b.jsonl': asJsonl(buildRows(1)) })
    const read = await readThrough(openReader({ workerUrl: MORTAL }), await openSource(root, { sourceId: 's1' }))
    expect(rejectionsOf(read)).toMatchObject([{ kind: 'unreadable', ref: { file: 'a-deadly.jsonl', row: -1 } }])
    expect(rejectionsOf(read)[0]?.reason).toContain('ended: it exited with code 3')
    expect(placesOf(read)).toEqual(['b.jsonl:0'])
  })

  it('that cannot start is no fault of the file', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': asJsonl(buildRows(1)) }), { sourceId: 's1' })
    const reader = openReader({ workerUrl: new URL('./no-such-worker.mjs', import.meta.url) })
    await expect(readThrough(reader, source)).rejects.toMatchObject({ fault: { kind: 'internal', remedy: 'Reinstall Winnow.' } })
  })
})

describe('reading bytes that the caller serves', { timeout: 60_000 }, () => {
  const origin = { sourceId: 's1', uri: 'hf://datasets/o/n', revision: 'c0ffee', file: 'a.parquet', hints: { config: null, split: null } }
  const whole = { origin, wanted: { fromRow: 0 }, columns: 'all', map: null } as const
  const itemsOf = async (reader: RowReader, job: ReadJob, signal?: AbortSignal) => {
    const items: (TextRow | Rejection)[] = []
    for await (const batch of reader.read(job, signal)) items.push(...batch.items)
    return items
  }

  it('gives the rows, and asks for what is read together together', async () => {
    const rows = buildHubRows(30, 500)
    const content = asHubParquet(rows)
    const turns: number[] = []
    let isSameTurn = false
    const slice = async (start: number, end: number): Promise<Uint8Array> => {
      if (isSameTurn) turns.push((turns.pop() ?? 0) + 1)
      else turns.push(1)
      isSameTurn = true
      await setImmediate()
      isSameTurn = false
      return content.slice(start, end)
    }
    const wanted = { spans: [{ start: 3, end: 4 }] }
    const items = await itemsOf(openReader(), { ...whole, wanted, from: { length: content.length, slice } })
    expect(items).toEqual([{ ref: { ...REF, row: 3 }, hints: origin.hints, body: JSON.stringify(rows[3]) }])
    expect(turns.length).toBeLessThanOrEqual(3)
  })

  it('small columns come a thousand rows a batch', async () => {
    const bytes = countingBytes(asHubParquet(buildHubRows(2300, 10)))
    const sizes: number[] = []
    for await (const { items } of openReader().read({ ...whole, columns: 'small', from: bytes })) sizes.push(items.length)
    expect(sizes).toEqual([1000, 1000, 300])
  })

  it('ends with the very Fault the bytes end with, and the next file is read', async () => {
    const offline = fault('offline', 'huggingface.co does not answer.')
    const content = asHubParquet(buildHubRows(3))
    const broken = { length: content.length, slice: () => Promise.reject(offline) }
    const reader = openReader()
    expect(await itemsOf(reader, { ...whole, from: broken }).catch((error: unknown) => error)).toBe(offline)
    expect(await itemsOf(reader, { ...whole, from: countingBytes(content) })).toHaveLength(3)
  })

  it('ends with the Fault too when only the rows cannot be had', async () => {
    const offline = fault('offline', 'huggingface.co does not answer.')
    const content = asHubParquet(buildHubRows(30, 20_000))
    const footerOnly = {
      length: content.length,
      slice: async (start: number, end: number) => (end === content.length ? content.slice(start, end) : raise(offline)),
    }
    expect(await itemsOf(openReader(), { ...whole, from: footerOnly }).catch((error: unknown) => error)).toBe(offline)
  })

  it('bytes that break off in another way reject the file', async () => {
    const broken = { length: 100, slice: () => Promise.reject(new Error('became shorter while it was read')) }
    const items = await itemsOf(openReader(), { ...whole, from: broken })
    expect(items).toMatchObject([{ kind: 'unreadable', ref: { row: -1 }, reason: 'a.parquet became shorter while it was read' }])
  })

  it('ends at once when aborted while bytes are awaited', async () => {
    const stop = new AbortController()
    const silent = { length: 100, slice: () => new Promise<Uint8Array>(() => {}) }
    const reading = openReader()
      .read({ ...whole, from: silent }, stop.signal)
      .next()
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('tells the slices that nobody waits for them any more', async () => {
    const stop = new AbortController()
    const asked: (AbortSignal | undefined)[] = []
    const silent = {
      length: 100,
      slice: (_start: number, _end: number, signal?: AbortSignal) => {
        asked.push(signal)
        stop.abort()
        return new Promise<Uint8Array>(() => {})
      },
    }
    await expect(itemsOf(openReader(), { ...whole, from: silent }, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked.map((signal) => signal?.aborted)).toEqual([true])
  })
})

const REF = { sourceId: 's1', uri: 'hf://datasets/o/n', revision: 'c0ffee', file: 'a.parquet' }

function raise(error: Error): never {
  throw error
}
