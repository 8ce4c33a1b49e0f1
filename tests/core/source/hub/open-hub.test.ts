import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { RawRow, Rejection } from '#record'
import type { OpenedSource, ReadJob } from '#source'
import type { Hub, HubOpenOptions } from '../../../../src/core/source/hub/types.ts'
import { readRows } from '../../../../src/core/source/read-rows.ts'
import { bytesFile } from '../../../support/fake-hub/bytes-file.ts'
import type { FakeFile, FakeHub, FakeRepo } from '../../../support/fake-hub/types.ts'
import { asJsonl, asParquet, buildRows } from '../../../support/rows-on-disk.ts'
import { newFolder, openHubAt, startHub } from './hub-setup.ts'

const ID = 'owner/name'
const ADDRESS = `hf://datasets/${ID}`
const CARD = `---
configs:
- config_name: openhands
  data_files:
  - {split: alpha, path: data/a/*}
- config_name: sweagent
  data_files:
  - {split: beta, path: data/b/*}
---
`

const shaOf = (text: string): string => createHash('sha1').update(text).digest('hex')

/** Rows whose messages are noise, so that packing them leaves them long. */
function parquetRows(count: number, groups: number, pageSize?: number): Uint8Array {
  const noise = (n: number) => Array.from({ length: 40 }, (_, k) => createHash('sha512').update(`${n}.${k}`).digest('base64')).join('')
  const rows = Array.from({ length: count }, (_, n) => ({
    id: `run-${n}`,
    n: BigInt(n),
    messages: [{ role: 'user', content: noise(n) }],
  }))
  return asParquet(rows, { rowGroupSize: Math.ceil(count / groups), ...(pageSize === undefined ? {} : { pageSize }) })
}

function repoOf(files: FakeFile[], sha = shaOf('first')): FakeRepo {
  return { id: ID, commits: [{ sha, files }] }
}

const carded = () =>
  repoOf([
    bytesFile('.gitattributes', '*.parquet filter=lfs\n'),
    bytesFile('README.md', CARD),
    bytesFile('data/a/0.parquet', parquetRows(60, 3)),
    bytesFile('data/b/0.jsonl', asJsonl(buildRows(5))),
    bytesFile('data/b/table.csv', 'a,b\n'),
    bytesFile('extra/1.jsonl', asJsonl(buildRows(2))),
  ])

const open = (hub: Hub, options: Partial<HubOpenOptions> & { address?: string } = {}): Promise<OpenedSource> => {
  const { address = ADDRESS, ...rest } = options
  return hub.open(address, { sourceId: 's1', ...rest })
}

const places = ({ files }: OpenedSource) => files.map(({ path, config, split }) => `${path} ${config}/${split}`)

async function readJob(job: ReadJob): Promise<(RawRow | Rejection)[]> {
  const items: (RawRow | Rejection)[] = []
  const { from, origin, wanted, columns, map } = job
  for await (const item of readRows(from, origin, { wanted, columns, map })) items.push(item)
  return items
}

async function readAll(source: OpenedSource): Promise<(RawRow | Rejection)[]> {
  const items: (RawRow | Rejection)[] = []
  for (const file of source.files) for await (const item of source.rows(file)) items.push(item)
  return items
}

describe('opening a dataset', () => {
  it('pins the branch and takes config and split from the card', async () => {
    const source = await open(openHubAt(await startHub([carded()])))
    expect(source).toMatchObject({ kind: 'hub', uri: ADDRESS, revision: shaOf('first'), notes: [] })
    expect(places(source)).toEqual(['data/a/0.parquet openhands/alpha', 'data/b/0.jsonl sweagent/beta'])
    expect(source.rejections.map(({ ref, kind }) => [ref.file, ref.row, kind])).toEqual([
      ['data/b/table.csv', -1, 'unreadable'],
      ['extra/1.jsonl', -1, 'unreadable'],
    ])
  })

  it('narrows to a config, a folder or a file', async () => {
    const hub = openHubAt(await startHub([carded()]))
    expect(places(await open(hub, { config: 'sweagent' }))).toEqual(['data/b/0.jsonl sweagent/beta'])
    expect(places(await open(hub, { address: `${ADDRESS}/data/a` }))).toEqual(['data/a/0.parquet openhands/alpha'])
    const one = await open(hub, { address: `${ADDRESS}/extra/1.jsonl` })
    expect(places(one)).toEqual(['extra/1.jsonl null/null'])
    expect(one.uri).toBe(`${ADDRESS}/extra/1.jsonl`)
    await expect(open(hub, { config: 'codex' })).rejects.toMatchObject({
      fault: { kind: 'bad-input', message: expect.stringContaining('openhands') },
    })
  })

  it('passes over what the Hub keeps beside the data', async () => {
    const besides = ['dataset_infos.json', 'data/dataset_info.json', '.cache/x.jsonl', 'LICENSE'].map((path) => bytesFile(path, '{}\n'))
    const source = await open(openHubAt(await startHub([repoOf([...besides, bytesFile('data/a.jsonl', asJsonl(buildRows(1)))])])))
    expect([places(source), source.rejections]).toEqual([['data/a.jsonl null/null'], []])
  })

  it('says what there is when nothing is readable', async () => {
    const hub = openHubAt(await startHub([repoOf([bytesFile('README.md', 'hello'), bytesFile('a.csv', 'x')])]))
    await expect(open(hub)).rejects.toMatchObject({
      fault: { kind: 'bad-input', culprit: ID, message: expect.stringMatching(/\.parquet.*such as a\.csv/) },
    })
  })

  it('gives the rows of every file, with the commit they are from', async () => {
    const source = await open(openHubAt(await startHub([carded()])))
    const items = await readAll(source)
    expect(items).toHaveLength(65)
    const ref = { sourceId: 's1', uri: ADDRESS, revision: shaOf('first'), file: 'data/a/0.parquet', row: 59 }
    expect(items[59]).toMatchObject({ ref, hints: { config: 'openhands', split: 'alpha' }, value: { id: 'run-59' } })
    expect(items[64]).toMatchObject({ ref: { file: 'data/b/0.jsonl', row: 4 }, value: { n: 4 } })
  })
})

describe('a second time', () => {
  it('lists nothing anew and fetches nothing it has', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const first = await open(openHubAt(fake, folder))
    const rows = await readAll(first)
    fake.forgetRequests()
    const second = await open(openHubAt(fake, folder))
    expect(places(second)).toEqual(places(first))
    expect(second.rejections).toEqual(first.rejections)
    expect(await readAll(second)).toEqual(rows)
    expect(fake.requests().map(({ url }) => url.split('?')[0])).toEqual([
      expect.stringMatching(/^\/api\/datasets\/owner\/name(\/revision\/HEAD)?$/),
    ])
  })

  it('at the known commit asks for nothing at all', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const { files, revision } = await open(openHubAt(fake, folder))
    fake.forgetRequests()
    for (const asked of [revision ?? '', (revision ?? '').slice(0, 9).toUpperCase()]) {
      const source = await open(openHubAt(fake, folder), { revision: asked, known: { revision: revision ?? '', files } })
      expect(source.files).toEqual(files)
    }
    expect(fake.totals().requests).toBe(0)
  })

  it('at a commit that was listed before asks for nothing, known or not', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const { files } = await open(openHubAt(fake, folder))
    await fake.close()
    expect((await open(openHubAt(fake, folder), { revision: shaOf('first') })).files).toEqual(files)
  })

  it('with another wish finds what the first left out', async () => {
    const fake = await startHub([carded()])
    const hub = openHubAt(fake)
    const { files, revision } = await open(hub, { config: 'sweagent' })
    const all = await open(hub, { known: { revision: revision ?? '', files } })
    expect(places(all)).toHaveLength(2)
  })

  it('without its kept listing takes the files that are remembered', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const { files, revision } = await open(openHubAt(fake, folder))
    rmSync(join(folder, 'listings'), { recursive: true })
    fake.forgetRequests()
    const known = { revision: revision ?? '', files }
    expect((await open(openHubAt(fake, folder), { known, revision: known.revision, split: 'beta' })).files).toEqual(files.slice(1))
    expect(fake.totals().requests).toBe(0)
  })

  it('offline: opens where it was, says so, and reads what is here', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const first = await open(openHubAt(fake, folder))
    const rows = await readAll(first)
    await fake.close()
    const known = { revision: first.revision ?? '', files: first.files }
    const source = await open(openHubAt(fake, folder), { known })
    expect(source.revision).toBe(first.revision)
    expect(source.notes).toEqual([expect.stringContaining(`opened at ${shaOf('first').slice(0, 12)}`)])
    expect(await readAll(source)).toEqual(rows)
  })

  it('offline: what is not here is a Fault, and so is another commit', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const { files, revision } = await open(openHubAt(fake, folder))
    await fake.close()
    const known = { revision: revision ?? '', files }
    const hub = openHubAt(fake, folder)
    await expect(open(hub)).rejects.toMatchObject({ fault: { kind: 'offline' } })
    await expect(open(hub, { known, revision: shaOf('second') })).rejects.toMatchObject({ fault: { kind: 'offline' } })
    await expect(readAll(await open(hub, { known }))).rejects.toMatchObject({ fault: { kind: 'offline' } })
  })
})

describe('a repository that changes', () => {
  it('is opened at its new commit, and at the old one when that is asked for', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const first = await open(openHubAt(fake, folder))
    const [before] = carded().commits
    const after = { sha: shaOf('second'), files: [bytesFile('data/a/1.jsonl', asJsonl(buildRows(3)))] }
    fake.put({ id: ID, commits: [...(before ? [before] : []), after] })
    const known = { revision: first.revision ?? '', files: first.files }
    const hub = openHubAt(fake, folder)
    const moved = await open(hub, { known })
    expect([moved.revision, places(moved)]).toEqual([shaOf('second'), ['data/a/1.jsonl null/null']])
    expect((await open(hub, { revision: shaOf('first') })).files).toEqual(first.files)
  })

  it('under another name is followed and said, and nothing is fetched again', async () => {
    const fake = await startHub([carded()])
    const folder = newFolder()
    const rows = await readAll(await open(openHubAt(fake, folder)))
    fake.put({ ...carded(), id: 'owner/new' })
    fake.put({ ...carded(), renamedTo: 'owner/new' })
    fake.forgetRequests()
    const source = await open(openHubAt(fake, folder))
    expect(source.notes).toEqual([expect.stringContaining('owner/new')])
    expect(await readAll(source)).toEqual(rows)
    expect(fake.requests().filter(({ host }) => host === 'content')).toEqual([])
  })
})

/** The parquet file of a repository with one. */
async function oneFile(
  bytes: Uint8Array,
  options: Partial<HubOpenOptions> = {},
): Promise<{ fake: FakeHub; source: OpenedSource; hub: Hub; file: OpenedSource['files'][number] }> {
  const fake = await startHub([repoOf([bytesFile('data/a.parquet', bytes)])])
  const hub = openHubAt(fake)
  const source = await open(hub, options)
  const [file] = source.files
  if (!file) throw new Error('no file')
  fake.forgetRequests()
  return { fake, source, hub, file }
}

describe('a job', () => {
  it('prepared, is read without another request: small columns', async () => {
    const bytes = parquetRows(300, 4)
    const { fake, source, file } = await oneFile(bytes, { map: { trajectory_id: 'id' } })
    const job = source.job(file, { fromRow: 0 }, 'small')
    await source.prepare(job)
    const { requests, bytes: fetched } = fake.totals()
    expect(fetched).toBeLessThan(bytes.length / 3)
    const items = await readJob(job)
    expect(items).toHaveLength(300)
    expect(items[299]).toMatchObject({ value: { trajectory_id: 'run-299' } })
    expect(fake.totals().requests).toBe(requests)
  })

  it.each([
    ['whole groups', undefined],
    ['pages', 4096],
  ])('prepared, is read without another request: some rows, %s', async (_, pageSize) => {
    const bytes = parquetRows(300, 3, pageSize)
    const { fake, source, file } = await oneFile(bytes)
    const job = source.job(file, { spans: [{ start: 120, end: 122 }] })
    await source.prepare(job)
    const { requests, bytes: fetched } = fake.totals()
    expect(fetched).toBeLessThan(bytes.length * 0.75)
    const items = await readJob(job)
    expect(items.map((item) => item.ref.row)).toEqual([120, 121])
    expect(fake.totals().requests).toBe(requests)
  })

  it('for all rows from one on, prepares no more than the first row group', async () => {
    const bytes = parquetRows(300, 10)
    const { fake, source, file } = await oneFile(bytes)
    const job = source.job(file, { fromRow: 30 })
    await source.prepare(job)
    expect(fake.totals().bytes).toBeLessThan(bytes.length / 10 + 70_000)
    expect(await readJob(job)).toHaveLength(270)
  })

  it('about a file that is no parquet is prepared in silence and read as a Rejection', async () => {
    const { source, file } = await oneFile(new Uint8Array(1000))
    const job = source.job(file, { fromRow: 0 }, 'small')
    await source.prepare(job)
    expect(await readJob(job)).toMatchObject([{ kind: 'unreadable', ref: { row: -1 } }])
    await expect(source.groups(file)).rejects.toMatchObject({
      fault: { kind: 'unreadable', message: expect.stringContaining('data/a.parquet is not') },
    })
  })

  it('about a file whose page indexes make no sense is prepared in silence and read as a Rejection', async () => {
    const content = parquetRows(30, 1, 1000)
    const [group] = parquetMetadata(content).row_groups
    for (const { offset_index_offset: at, offset_index_length: length } of group?.columns ?? []) {
      if (at && length) content.fill(0x81, Number(at), Number(at) + length)
    }
    const { source, file } = await oneFile(content)
    const job = source.job(file, { spans: [{ start: 7, end: 8 }] })
    await source.prepare(job)
    expect(await readJob(job)).toMatchObject([{ kind: 'unreadable', ref: { row: 7 } }])
  })

  it('that is aborted while it is prepared says so', async () => {
    const { source, file } = await oneFile(parquetRows(30, 1))
    const stop = AbortSignal.abort()
    await expect(source.prepare(source.job(file, { fromRow: 0 }), stop)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a file of a dataset', () => {
  it('tells its row groups; one of lines tells none', async () => {
    const { source, file } = await oneFile(parquetRows(300, 3))
    expect(await source.groups(file)).toMatchObject([
      { group: 0, start: 0, end: 100 },
      { group: 1, start: 100, end: 200 },
      { group: 2, start: 200, end: 300 },
    ])
    expect(await source.groups({ ...file, path: 'a.jsonl' })).toBeNull()
  })

  it.each(['data/a.parquet', 'a.jsonl'])('%s whose rest cannot be fetched ends in a Fault, not in a Rejection', async (path) => {
    const lines = asJsonl(Array.from({ length: 3000 }, (_, n) => ({ n, text: 'x'.repeat(4000) })))
    const fake = await startHub([repoOf([bytesFile(path, path.endsWith('.jsonl') ? lines : parquetRows(300, 3))])])
    const source = await open(openHubAt(fake))
    for (const file of source.files) for await (const _ of source.rows(file, { wanted: { spans: [{ start: 0, end: 1 }] } })) break
    fake.misbehave({ mishap: { kind: 'status', status: 503 } })
    await expect(readAll(source)).rejects.toMatchObject({ fault: { kind: 'offline' } })
  })

  it('of lines comes in few requests, however small its slices', async () => {
    const lines = asJsonl(Array.from({ length: 3000 }, (_, n) => ({ n, text: 'x'.repeat(4000) })))
    const fake = await startHub([repoOf([bytesFile('a.jsonl', lines)])])
    const source = await open(openHubAt(fake))
    fake.forgetRequests()
    expect(await readAll(source)).toHaveLength(3000)
    expect(fake.totals().requests).toBeLessThanOrEqual(3)
  })

  it('released, leaves its footer: row groups are told offline, rows are fetched again', async () => {
    const { fake, source, hub, file } = await oneFile(parquetRows(900, 3))
    await readAll(source)
    const before = await hub.cached()
    await source.release(file)
    const after = await hub.cached()
    expect(before.bytes).toBeGreaterThan(file.bytes)
    expect(after.bytes).toBeLessThan(66_000)
    fake.forgetRequests()
    expect(await source.groups(file)).toHaveLength(3)
    expect(fake.totals().requests).toBe(0)
    expect(await readAll(source)).toHaveLength(900)
    expect(fake.totals().bytes).toBeLessThan(file.bytes)
  })
})
