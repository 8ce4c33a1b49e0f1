import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FaultError } from '#record'
import { openSource } from '#source'
import { asHubParquet, buildHubRows } from '../../support/hub-parquet.ts'
import { asJsonl, buildFolder, buildRows, readAll } from '../../support/rows-on-disk.ts'

const row = asJsonl(buildRows(1))
const CARD = `---
license: other
configs:
- config_name: openhands
  data_files:
  - split: minimax_m25
    path: data/minimax_m25_openhands_trajectories/train-*
  - split: qwen35_122b
    path: ["data/qwen35_openhands_trajectories/train-*"]
- config_name: sweagent
  data_files: {test: 'data/{a,b}/*.jsonl'}
---
`
const hubFiles = {
  'README.md': CARD,
  'data/minimax_m25_openhands_trajectories/train-0.jsonl': row,
  'data/qwen35_openhands_trajectories/train-0.jsonl': row,
  'data/a/x.jsonl': row,
}

/** Which files are read, with what their place says. */
async function filesOf(address: string, options: { config?: string; split?: string } = {}): Promise<string[]> {
  const { files } = await openSource(address, { sourceId: 's1', ...options })
  return files.map(({ path, config, split }) => `${path} ${config}/${split}`)
}

async function faultOf(work: Promise<unknown>): Promise<FaultError['fault']> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (error instanceof FaultError) return error.fault
  throw new Error(`no fault but ${String(error)}`)
}

describe('opening a folder', () => {
  it('takes config and split from the card, in a stable order', async () => {
    expect(await filesOf(buildFolder(hubFiles))).toEqual([
      'data/a/x.jsonl sweagent/test',
      'data/minimax_m25_openhands_trajectories/train-0.jsonl openhands/minimax_m25',
      'data/qwen35_openhands_trajectories/train-0.jsonl openhands/qwen35_122b',
    ])
  })

  it.each([
    ['without a card', ''],
    ['with a card of broken YAML', '---\nconfigs: [\n---\n'],
    ['with a card of another kind', '---\nconfigs: 7\n---\n'],
  ])('reads the layout of the paths %s', async (_, card) => {
    const root = buildFolder({ ...hubFiles, 'README.md': card, 'data/sweagent/glm/set/train.jsonl': row })
    expect(await filesOf(root)).toEqual([
      'data/a/x.jsonl null/null',
      'data/minimax_m25_openhands_trajectories/train-0.jsonl openhands/minimax_m25',
      'data/qwen35_openhands_trajectories/train-0.jsonl openhands/qwen35',
      'data/sweagent/glm/set/train.jsonl null/sweagent',
    ])
  })

  it('keeps the wanted config and split', async () => {
    const root = buildFolder(hubFiles)
    expect(await filesOf(root, { config: 'sweagent' })).toEqual(['data/a/x.jsonl sweagent/test'])
    expect(await filesOf(root, { config: 'openhands', split: 'qwen35_122b' })).toHaveLength(1)
  })

  it('names the allowed values for an unknown config or split', async () => {
    const root = buildFolder(hubFiles)
    const config = await faultOf(openSource(root, { sourceId: 's1', config: 'nope' }))
    expect(config).toMatchObject({ kind: 'bad-input', culprit: 'nope' })
    expect(config.message).toContain('known are: sweagent, openhands')
    const split = await faultOf(openSource(root, { sourceId: 's1', config: 'openhands', split: 'nope' }))
    expect(split.message).toContain('no split "nope" in config "openhands"; known are: minimax_m25, qwen35_122b')
  })

  it('leaves out files no config names, and says so', async () => {
    const source = await openSource(buildFolder({ ...hubFiles, 'extra.jsonl': row }), { sourceId: 's1' })
    expect(source.files).toHaveLength(3)
    expect(source.rejections).toMatchObject([{ ref: { file: 'extra.jsonl', row: -1 } }])
  })

  it('names data files it cannot read and passes over the rest', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': row, 'b.csv': 'x', LICENSE: 'x', '.git/x.jsonl': row }), { sourceId: 's1' })
    expect(source.files.map((file) => file.path)).toEqual(['a.jsonl'])
    expect(source.rejections.map((rejection) => rejection.ref.file)).toEqual(['b.csv'])
  })

  it('does not follow links out of the folder', async () => {
    const outside = buildFolder({ 'secret.jsonl': row })
    const root = buildFolder({ 'a.jsonl': row })
    symlinkSync(join(outside, 'secret.jsonl'), join(root, 'b.jsonl'))
    symlinkSync(outside, join(root, 'c'))
    symlinkSync(join(root, 'a.jsonl'), join(root, 'd.jsonl'))
    symlinkSync(join(root, 'gone.jsonl'), join(root, 'e.jsonl'))
    const source = await openSource(root, { sourceId: 's1' })
    expect(source.files.map((file) => file.path)).toEqual(['a.jsonl', 'd.jsonl'])
    expect(source.rejections.map((rejection) => rejection.ref.file)).toEqual(['b.jsonl', 'c', 'e.jsonl'])
  })

  it('reads a download cache of the Hub, whose files are links to blobs', async () => {
    const root = buildFolder({ 'datasets--o--n/blobs/abc': row })
    const snapshot = join(root, 'datasets--o--n/snapshots/0123')
    mkdirSync(snapshot, { recursive: true })
    symlinkSync('../../blobs/abc', join(snapshot, 'a.jsonl'))
    expect((await readAll(snapshot)).rows).toHaveLength(1)
  })

  it('says which endings are known when nothing is readable', async () => {
    const found = await faultOf(openSource(buildFolder({ 'a.csv': 'x' }), { sourceId: 's1' }))
    expect(found.kind).toBe('bad-input')
    expect(found.message).toContain('.parquet, .json, .jsonl, .jsonl.gz, .traj, .traj.json, .traj.json.gz')
    expect(found.message).toContain('such as a.csv')
  })
})

describe('opening files and globs', () => {
  it('reads a single file, its layout told by the folders above it', async () => {
    const root = buildFolder(hubFiles)
    const file = join(root, 'data/qwen35_openhands_trajectories/train-0.jsonl')
    expect(await filesOf(file)).toEqual(['train-0.jsonl openhands/qwen35'])
  })

  it('matches a glob below its plain part', async () => {
    const root = buildFolder(hubFiles)
    expect(await filesOf(join(root, 'data/*_trajectories/*.jsonl'))).toHaveLength(2)
    expect(await filesOf(join(root, '**/*.jsonl'))).toHaveLength(3)
  })

  it('opens a file whose name looks like a glob', async () => {
    const root = buildFolder({ 'a[1].jsonl': row })
    expect(await filesOf(join(root, 'a[1].jsonl'))).toEqual(['a[1].jsonl null/null'])
  })

  it.each([
    ['a missing path', 'gone.jsonl', 'not-found', 'does not exist'],
    ['a glob without a match', '*.parquet', 'not-found', 'No readable file matches'],
    ['an unknown ending', 'a.csv', 'bad-input', '.csv has an ending Winnow does not read'],
  ])('names the culprit for %s', async (_, name, kind, message) => {
    const found = await faultOf(openSource(join(buildFolder({ 'a.csv': 'x' }), name), { sourceId: 's1' }))
    expect(found.kind).toBe(kind)
    expect(found.message).toContain(message)
  })

  it('says that Hub sources come later', async () => {
    expect(await faultOf(openSource('hf://datasets/nvidia/x', { sourceId: 's1' }))).toMatchObject({ kind: 'bad-input' })
  })
})

describe('what cannot be read', () => {
  it.skipIf(process.platform === 'win32')('says that permission is denied and reads the other files', async () => {
    const root = buildFolder({ 'a.jsonl': row, 'b.jsonl': row })
    chmodSync(join(root, 'a.jsonl'), 0o000)
    chmodSync(root, 0o755)
    actAsNobody()
    const { rows, rejections } = await readAll(root)
    expect(rows).toHaveLength(1)
    expect(rejections).toMatchObject([{ kind: 'unreadable', ref: { file: 'a.jsonl', row: -1 } }])
    expect(rejections[0]?.reason).toContain('permission denied')
  })

  it('rejects a file that is gone by the time it is read', async () => {
    const root = buildFolder({ 'a.jsonl': row })
    const source = await openSource(root, { sourceId: 's1' })
    const items = []
    for await (const item of source.rows({ path: 'b.jsonl', bytes: 1, config: null, split: null, etag: null })) items.push(item)
    expect(items).toMatchObject([{ kind: 'unreadable', ref: { row: -1 } }])
  })

  it('stops when told to', async () => {
    const source = await openSource(buildFolder({ 'a.jsonl': row }), { sourceId: 's1' })
    const [file] = source.files
    const read = async () => {
      if (file) for await (const _ of source.rows(file, { signal: AbortSignal.abort() })) break
    }
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the row groups of a local file', () => {
  it('are told from a parquet footer, and of other formats only by reading', async () => {
    const root = buildFolder({ 'a.parquet': asHubParquet(buildHubRows(5), { rowGroupSize: 3 }), 'b.jsonl': row })
    const source = await openSource(root, { sourceId: 's1' })
    const [parquet, jsonl] = await Promise.all(source.files.map((file) => source.groups(file)))
    expect(parquet?.map(({ group, start, end }) => [group, start, end])).toEqual([
      [0, 0, 3],
      [1, 3, 5],
    ])
    expect(jsonl).toBeNull()
  })

  it.each([
    ['is cut off', 'PAR1 cut', 'a.parquet is a parquet file that was cut off'],
    ['is gone', null, 'a.parquet does not exist'],
  ])('are a Fault for a file that %s', async (_, content, message) => {
    const root = buildFolder({ 'a.parquet': content ?? 'PAR1' })
    const source = await openSource(root, { sourceId: 's1' })
    if (content === null) rmSync(join(root, 'a.parquet'))
    const [file] = source.files
    if (!file) throw new Error('there is a file')
    expect((await faultOf(source.groups(file))).message).toContain(message)
  })
})

describe('the revision of local files', () => {
  it('stays while the files do and changes with them', async () => {
    const root = buildFolder({ 'a.jsonl': row })
    const revision = async () => (await openSource(root, { sourceId: 's1' })).revision
    const before = await revision()
    expect(before).toMatch(/^local-[0-9a-f]{16}$/)
    expect(await revision()).toBe(before)
    writeFileSync(join(root, 'a.jsonl'), row.replace('0', '1'))
    expect(await revision()).not.toBe(before)
  })
})

/** Root reads everything: tests of permissions step down for their length. */
function actAsNobody(): void {
  if (process.geteuid?.() !== 0) return
  process.seteuid?.(65534)
  onTestFinished(() => process.seteuid?.(0))
}
