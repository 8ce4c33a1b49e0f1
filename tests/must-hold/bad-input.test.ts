import { appendFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it, onTestFinished } from 'vitest'
import { faultOf } from '../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { buildMessage, buildR3 } from '../support/rows.ts'
import { asJsonl, buildFolder } from '../support/rows-on-disk.ts'

const everything = { selection: {}, sort: null, offset: 0, limit: 1000 }
const isRoot = process.getuid?.() === 0

async function openBench(options: Parameters<typeof openWorkbench>[0] = {}) {
  const bench = await openWorkbench(options)
  onTestFinished(() => bench.remove())
  return bench
}

type Bench = Awaited<ReturnType<typeof openBench>>

/** Adds an address and gives the result with the reasons of everything rejected. */
async function add({ client }: Bench, source: string) {
  const done = await lastEvent(await client.source.add({ source }))
  if (done?.kind !== 'done') throw new Error('the add did not end')
  return done.result
}

/** Rows of the current release with these ids. */
const rowsOf = (...ids: string[]) => ids.map((id) => buildR3({ trajectory_id: id, instance_id: `owner__repo-${id}` }))

describe('files that cannot be read', { timeout: 60_000 }, () => {
  it('a missing path is told before anything is written', async () => {
    const bench = await openBench()
    const fault = await faultOf(lastEvent(await bench.client.source.add({ source: '/no/such/place' })))
    expect(fault).toMatchObject({ kind: 'not-found', message: '/no/such/place does not exist.', remedy: 'Check the path.' })
    expect(await bench.client.source.list()).toEqual([])
  })

  it('empty, cut and foreign files are listed with their reasons, and the others go on', async () => {
    const bench = await openBench()
    const folder = buildFolder({
      'a-empty.jsonl': '',
      'b-cut.parquet': 'PAR1 and then nothing',
      'c-good.jsonl': asJsonl(rowsOf('one', 'two')),
      'd-list.csv': 'a,b\n',
      'e-broken.traj': '{"trajectory": [',
    })
    const { examples, measured, rejected } = await add(bench, folder)
    expect({ examples, measured }).toEqual({ examples: 2, measured: 2 })
    const reasons = Object.fromEntries(rejected.map(({ where, reason }) => [where, reason]))
    expect(Object.keys(reasons).sort()).toEqual(['a-empty.jsonl', 'b-cut.parquet', 'd-list.csv', 'e-broken.traj'])
    expect(reasons['a-empty.jsonl']).toBe('a-empty.jsonl is empty (0 bytes). Fetch it again.')
    expect(reasons['b-cut.parquet']).toContain('was cut off: its footer is missing')
    expect(reasons['d-list.csv']).toContain('has an ending Winnow does not read; known are .parquet')
    expect(reasons['e-broken.traj']).toContain('not JSON')
  })

  it.skipIf(isRoot || process.platform === 'win32')('a file nobody may read is listed', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'a.jsonl': asJsonl(rowsOf('one')), 'b.jsonl': asJsonl(rowsOf('two')) })
    await chmod(join(folder, 'a.jsonl'), 0)
    const { examples, rejected } = await add(bench, folder)
    expect(examples).toBe(1)
    expect(rejected[0]?.reason).toContain('permission denied')
  })

  it('a file that was cut off and fetched again loses its rejection', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'a.jsonl': '', 'b.jsonl': asJsonl(rowsOf('two')) })
    expect(await add(bench, folder)).toMatchObject({ examples: 1, rejectedCount: 1 })
    await writeFile(join(folder, 'a.jsonl'), asJsonl(rowsOf('one')))
    expect(await add(bench, folder)).toMatchObject({ examples: 2, rejectedCount: 0 })
  })

  it('parquet without known columns says which were found and which shapes are known', async () => {
    const bench = await openBench()
    const columnData = [
      { name: 'question', data: ['q'], type: 'STRING' as const },
      { name: 'answer', data: ['a'], type: 'STRING' as const },
    ]
    const folder = buildFolder({ 'qa.parquet': new Uint8Array(parquetWriteBuffer({ columnData })) })
    const { examples, rejected } = await add(bench, folder)
    expect(examples).toBe(0)
    expect(rejected).toEqual([
      { where: 'qa.parquet:1', reason: expect.stringMatching(/these columns: question, answer\. Known shapes are R1, R2/) },
    ])
  })
})

describe('rows that cannot be read', { timeout: 120_000 }, () => {
  it('a malformed line of 50 MB and invalid UTF-8 stand between good rows', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf('one')) })
    const path = join(folder, 'rows.jsonl')
    appendFileSync(path, `{"messages": "${'x'.repeat(50_000_000)}\n`)
    appendFileSync(path, asJsonl(rowsOf('two')))
    appendFileSync(path, Buffer.concat([Buffer.from('{"messages": "'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')]))
    appendFileSync(path, asJsonl(rowsOf('three')))
    const { examples, measured, rejected } = await add(bench, path)
    expect({ examples, measured }).toEqual({ examples: 3, measured: 3 })
    expect(rejected.map(({ where }) => where)).toEqual(['rows.jsonl:2', 'rows.jsonl:4'])
    expect(rejected[0]?.reason).toMatch(/^Line 2 \(50,000,01\d bytes\) was left out: .*Every line must be one JSON object\.$/)
    expect(rejected[1]?.reason).toContain('UTF-8')
  })

  it('a row nested a hundred thousand deep is rejected and the others go on', async () => {
    const bench = await openBench()
    const deep = `{"instance_id":"d","messages":[],"metadata":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n`
    const folder = buildFolder({ 'rows.jsonl': `${asJsonl(rowsOf('one'))}${deep}${asJsonl(rowsOf('two'))}` })
    const { examples, rejected } = await add(bench, folder)
    expect(examples).toBe(2)
    expect(rejected).toEqual([{ where: 'rows.jsonl:2', reason: expect.stringMatching(/nested/) }])
  })

  it('a row whose worker dies on it is listed, and the others are measured by the next worker', async () => {
    const bench = await openBench({ workerUrl: new URL('../fixtures/workers/mortal.mjs', import.meta.url) })
    const deadly = buildR3({ trajectory_id: 'two', messages: [buildMessage('user', 'die in the middle')] })
    const folder = buildFolder({ 'rows.jsonl': asJsonl([...rowsOf('one'), deadly, ...rowsOf('three')]) })
    const { examples, measured, rejected } = await add(bench, folder)
    expect({ examples, measured }).toEqual({ examples: 2, measured: 2 })
    expect(rejected).toEqual([{ where: 'rows.jsonl:2', reason: 'The thread that measured the row ended: it exited with code 3.' }])
  })

  it('rows that share a trajectory id are all kept, and leave apart', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf('same', 'same', 'same')) })
    expect(await add(bench, folder)).toMatchObject({ examples: 3, rejectedCount: 0 })
    const out = join(bench.folder, 'sft')
    expect(await lastEvent(await bench.client.export.run({ target: 'tutorial', out }))).toMatchObject({ result: { examples: 3 } })
  })

  it('__proto__ keys are data, in the stored row and on the screen', async () => {
    const bench = await openBench()
    const row = JSON.stringify(rowsOf('one')[0]).replace('"category":', '"__proto__":{"polluted":true},"category":')
    const folder = buildFolder({ 'rows.jsonl': `${row}\n` })
    await add(bench, folder)
    const detail = await bench.client.example.get({ id: 'one' })
    expect(Object.entries(detail.metadata)).toContainEqual(['"__proto__"', { polluted: true }])
    const raw = await bench.client.example.raw({ id: 'one', offset: 0, limit: 100_000 })
    expect(raw.text).toContain('"__proto__"')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('rows of unusual size', { timeout: 120_000 }, () => {
  it('a message of 20 MB comes cut, can be read piece by piece and searched, and leaves whole', async () => {
    const bench = await openBench()
    const long = `${'lorem ipsum dolor '.repeat(1_150_000)}needle`
    const row = buildR3({ trajectory_id: 'long', messages: [buildMessage('user', 'Fix it.'), buildMessage('assistant', long)] })
    const folder = buildFolder({ 'rows.jsonl': asJsonl([row, ...rowsOf('short')]) })
    expect(await add(bench, folder)).toMatchObject({ examples: 2, measured: 2, rejectedCount: 0 })
    const { messages } = await bench.client.example.get({ id: 'long' })
    expect(messages[1]?.content).toMatchObject({ text: long.slice(0, 65_536), size: long.length })
    const { hits, total } = await bench.client.example.find({ id: 'long', query: 'needle' })
    expect([total, hits[0]?.offset]).toEqual([1, long.length - 6])
    const piece = await bench.client.example.text({ id: 'long', message: 1, field: 'content', offset: long.length - 6, limit: 100 })
    expect(piece).toEqual({ text: 'needle', offset: long.length - 6, size: long.length })
    await bench.client.recipe.apply({ text: 'steps:\n  - rule: languages\n    allow: []\n' })
    const out = join(bench.folder, 'sft')
    await lastEvent(await bench.client.export.run({ target: 'tutorial', out }))
    const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trimEnd().split('\n')
    const written = lines.map((line) => JSON.parse(line)).find((record) => record.trajectory_id === 'long')
    expect(written.messages[1].content === long).toBe(true)
  })

  it('a patch of a million lines is counted whole, drawn in part, and says what it cut', async () => {
    const bench = await openBench()
    const patch = `diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -0,0 +1,1000000 @@\n${'+line\n'.repeat(1_000_000)}`
    const metadata = { model_patch: { patch }, reference_patch: null, category: 'bug-fix' }
    const folder = buildFolder({ 'rows.jsonl': asJsonl([buildR3({ trajectory_id: 'long', metadata }), ...rowsOf('short')]) })
    expect(await add(bench, folder)).toMatchObject({ examples: 2, measured: 2, rejectedCount: 0 })
    const [summary, file, page] = await Promise.all([
      bench.client.example.patch({ id: 'long', which: 'model' }),
      bench.client.example.patchFile({ id: 'long', which: 'model', file: 0 }),
      bench.client.example.page(everything),
    ])
    expect(summary).toMatchObject({ additions: 1_000_000, deletions: 0, bytes: Buffer.byteLength(patch), problems: [] })
    expect(file.hunks.flatMap(({ lines }) => lines)).toHaveLength(20_000)
    expect(file.cut).toBe('Shown: the first 20,000 lines; the file changes 1,000,000. The raw row has all of it.')
    expect(page.rows.find(({ id }) => id === 'long')?.values).toMatchObject({ diff_additions: 1_000_000, patch_add: 1_000_000 })
  })
})

describe('a workspace that cannot be used', { timeout: 60_000 }, () => {
  it('one of the future is refused in words and left as it is', async () => {
    const bench = await openBench()
    const { path } = await bench.client.workspace.info()
    await bench.close()
    raiseVersion(join(path, 'workspace.sqlite'))
    const before = await readFile(join(path, 'workspace.sqlite'))
    const error = await openWorkbench({ workspacePath: path }).catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ fault: { kind: 'workspace-newer', message: expect.stringMatching(/newer/i) } })
    expect((await readFile(join(path, 'workspace.sqlite'))).equals(before)).toBe(true)
  })

  it('one that cannot be opened leaves the open one open', async () => {
    const bench = await openBench()
    const { path } = await bench.client.workspace.info()
    const file = join(buildFolder({ 'a.txt': 'x' }), 'a.txt')
    expect(await faultOf(bench.client.workspace.open({ path: file }))).toMatchObject({ kind: 'bad-input' })
    await add(bench, buildFolder({ 'rows.jsonl': asJsonl(rowsOf('one')) }))
    expect(await bench.client.workspace.info()).toMatchObject({ path, counts: { measured: 1 } })
  })

  it.skipIf(isRoot)('a folder that may not be written is told as such', async () => {
    const folder = buildFolder()
    await chmod(folder, 0o555)
    const error = await openWorkbench({ workspacePath: join(folder, 'workspace') }).catch((thrown: Error) => thrown)
    await chmod(folder, 0o755)
    expect(error).toMatchObject({ fault: { kind: 'read-only' } })
  })
})

/** Writes the schema number of a later Winnow. */
function raiseVersion(path: string): void {
  const db = new DatabaseSync(path)
  db.exec("UPDATE meta SET value = 99 WHERE key = 'schema'; PRAGMA wal_checkpoint(TRUNCATE)")
  db.close()
}
