import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type FaultKind, toFault } from '#record'
import { checkChain } from '#review'
import { openWorkspace, type RecordStore } from '#store'
import { migrate } from '../../../src/core/store/database/migrate.ts'
import { openDatabase } from '../../../src/core/store/database/open-database.ts'
import { recordStore } from '../../../src/core/store/database/record-store.ts'
import { MIGRATIONS } from '../../../src/core/store/migrations/index.ts'
import { chain, draft } from '../review/ledger-builder.ts'
import { atMost } from './judging/plans.ts'
import { bundleChild, startChild } from './start-child.ts'
import { addSource, anExample, aRow, MEASURES, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const isRoot = process.getuid?.() === 0
let child: Awaited<ReturnType<typeof bundleChild>>

beforeAll(async () => {
  child = await bundleChild()
})
afterAll(() => child.remove())

/** What opening this folder fails with. */
async function faultOf(folder: string) {
  const opened = openWorkspace(folder, { measures: MEASURES }).then(async (workspace) => {
    await workspace.close()
    throw new Error('it opened')
  })
  return toFault(await opened.catch((error: unknown) => error))
}

test('a new workspace holds two databases, and after close no lock', async () => {
  const folder = join(temporaryFolder(), 'deep/er')
  const workspace = await workspaceAt(folder)
  expect(workspace.path).toBe(folder)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['analysis.duckdb', 'workspace.lock', 'workspace.sqlite']))
  await workspace.close()
  await workspace.close()
  expect(existsSync(join(folder, 'workspace.lock'))).toBe(false)
})

test('everything is there after a reopen', async () => {
  const folder = temporaryFolder()
  const first = await workspaceAt(folder)
  first.record.putRows(addSource(first), { path: 'a.jsonl', nextRow: 1, isDone: true, isIndexed: true }, [aRow()], [])
  await first.analysis.putExamples([anExample()])
  await first.close()
  const second = await workspaceAt(folder)
  expect(second.record.body('e1')?.body).toBe('{"hello":"world"}')
  expect(await second.analysis.row('e1')).toMatchObject({ id: 'e1', values: { tokens: 1 } })
  expect(await second.analysis.isCurrent(second.record.exampleCount())).toBe(true)
})

test('a copied folder is a workspace', async () => {
  const folder = temporaryFolder()
  const first = await workspaceAt(folder)
  first.record.appendEntries(chain(draft('accept')))
  await first.close()
  const copy = temporaryFolder()
  for (const name of ['workspace.sqlite', 'analysis.duckdb']) writeFileSync(join(copy, name), readFileSync(join(folder, name)))
  expect((await workspaceAt(copy)).record.ledgerHead()?.seq).toBe(1)
})

test('a closed workspace says so', async () => {
  const { record, analysis, close } = await workspaceAt(temporaryFolder())
  await close()
  expect(() => record.sources()).toThrow('has been closed')
  await expect(analysis.counts()).rejects.toThrow('has been closed')
})

test('one process opens a workspace once, by whatever path', async () => {
  const folder = temporaryFolder()
  await workspaceAt(folder)
  const link = join(temporaryFolder(), 'link')
  symlinkSync(folder, link)
  for (const path of [folder, link]) {
    expect(await faultOf(path)).toMatchObject({ kind: 'workspace-busy', message: expect.stringContaining(`process ${process.pid}`) })
  }
})

test('a second process is told who holds it and since when; when the holder was killed, it takes over', async () => {
  const folder = temporaryFolder()
  const holder = await startChild(child.file, 'hold', folder)
  const { startedAt } = JSON.parse(readFileSync(join(folder, 'workspace.lock'), 'utf8'))
  const busy = await faultOf(folder)
  expect(busy.kind).toBe('workspace-busy')
  expect(busy.message).toBe(`The workspace ${folder} is open in process ${holder.pid} on ${hostname()} since ${startedAt}.`)
  await holder.kill()
  const workspace = await workspaceAt(folder)
  expect(JSON.parse(readFileSync(join(folder, 'workspace.lock'), 'utf8')).pid).toBe(process.pid)
  await workspace.close()
})

test.each([
  ['left before this machine started', { pid: 1, host: hostname(), startedAt: '2001-01-01T00:00:00.000Z' }],
  ['with our own number, left by an earlier process', { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() }],
  ['that says nothing', null],
])('a lock %s is taken over', async (_, lock) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'workspace.lock'), lock ? JSON.stringify(lock) : 'half a li')
  await (await workspaceAt(folder)).close()
  expect(existsSync(join(folder, 'workspace.lock'))).toBe(false)
})

test('a lock of another machine is respected, and the remedy names the file', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'workspace.lock'), JSON.stringify({ pid: 1, host: 'elsewhere', startedAt: '2025-01-01T00:00:00.000Z' }))
  expect(await faultOf(folder)).toMatchObject({
    kind: 'workspace-busy',
    message: `The workspace ${folder} is open in process 1 on elsewhere since 2025-01-01T00:00:00.000Z.`,
    remedy: expect.stringContaining(join(folder, 'workspace.lock')),
  })
})

test('a process killed in the middle of writes loses nothing it acknowledged, and the analysis is brought up to date', async () => {
  for (const batches of [1, 7, 15]) {
    const folder = temporaryFolder()
    const writer = await startChild(child.file, 'write', folder)
    for (let said = 0; said < batches; said++) await writer.line()
    const last = Number((await writer.kill()).at(-1) ?? batches - 1)
    const { record, analysis } = await workspaceAt(folder)
    const stored = record.exampleCount()
    expect(stored).toBeGreaterThanOrEqual((last + 1) * 20)
    expect(record.fileProgress('s1')).toEqual([{ path: 'a.jsonl', nextRow: stored, isDone: false, isIndexed: false }])
    const ledger = record.ledger({ afterSeq: 0, limit: 10_000 })
    expect(checkChain(ledger)).toMatchObject({ ok: true })
    expect(ledger.length).toBeGreaterThanOrEqual(last + 1)
    const missing = await analysis.reconcile(record.contentHashes())
    await analysis.putExamples(missing.map((id) => anExample({ id, contentHash: record.body(id)?.contentHash ?? '' })))
    expect(await analysis.isCurrent(stored)).toBe(true)
    expect(await analysis.reconcile(record.contentHashes())).toEqual([])
  }
})

test('a process killed while it judges leaves the verdicts of one plan, whole', async () => {
  for (const judgings of [2, 5]) {
    const folder = temporaryFolder()
    const judging = await startChild(child.file, 'judge', folder)
    for (let said = 0; said < judgings; said++) await judging.line()
    await setTimeout(judgings)
    await judging.kill()
    const { analysis } = await workspaceAt(folder)
    const judgedBy = await analysis.judgedBy()
    const most = Array.from({ length: 10 }, (_, n) => n).find((n) => atMost(n).hash === judgedBy) ?? Number.NaN
    const keep = 1_000 * (most + 1)
    expect(await analysis.counts()).toMatchObject({ keep, drop: 10_000 - keep })
  }
})

test('migrations are numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test.each([1, 2])('a workspace of schema %i is migrated and keeps its rows', async (version) => {
  const folder = temporaryFolder()
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  migrate(db, 0, MIGRATIONS.slice(0, version))
  db.exec(`
    INSERT INTO sources (uri, kind, revision, added_at) VALUES ('"/old"', 'file', 'null', 't');
    INSERT INTO rejections VALUES (1, '"a.jsonl"', 3, 'null', 'malformed', '"not JSON"')`)
  db.close()
  const { record } = await workspaceAt(folder)
  expect(record.sources()).toMatchObject([{ id: 's1', uri: '/old', revision: null, rejected: 1 }])
  record.appendEntries(chain(draft('accept')))
  record.setSetting('a', 'b')
  expect(record.setting('a')).toBe('b')
})

test('a migration that fails leaves the older schema whole', () => {
  const db = new DatabaseSync(join(temporaryFolder(), 'a.sqlite'))
  const broken = { version: 2, sql: 'CREATE TABLE half (a); SELECT * FROM nowhere' }
  expect(() => migrate(db, 0, [...MIGRATIONS.slice(0, 1), broken])).toThrow('nowhere')
  expect(db.prepare("SELECT value FROM meta WHERE key = 'schema'").get()).toEqual({ value: 1 })
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 })
  db.close()
})

test('a newer workspace is refused and left as it is', async () => {
  const folder = temporaryFolder()
  await (await workspaceAt(folder)).close()
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  db.exec("UPDATE meta SET value = 99 WHERE key = 'schema'; PRAGMA wal_checkpoint(TRUNCATE)")
  db.close()
  const before = readFileSync(join(folder, 'workspace.sqlite'))
  expect(await faultOf(folder)).toMatchObject({
    kind: 'workspace-newer',
    message: expect.stringContaining(`schema 99; this one knows up to ${MIGRATIONS.length}`),
  })
  expect(readFileSync(join(folder, 'workspace.sqlite')).equals(before)).toBe(true)
  expect(existsSync(join(folder, 'workspace.lock'))).toBe(false)
})

const damages: [string, FaultKind, (folder: string) => void][] = [
  ['no database', 'workspace-damaged', (folder) => writeFileSync(join(folder, 'workspace.sqlite'), 'just text\n'.repeat(999))],
  ['somebody else’s database', 'workspace-damaged', (folder) => sql(folder, 'CREATE TABLE meta (key, value)')],
  ['a link to elsewhere', 'workspace-damaged', (folder) => symlinkSync('/etc/passwd', join(folder, 'workspace.sqlite'))],
  ['a folder where a file should be', 'workspace-damaged', (folder) => mkdirSync(join(folder, 'analysis.duckdb'))],
]

test.each(damages)('%s is refused', async (_, kind, damage) => {
  const folder = temporaryFolder()
  damage(folder)
  expect(await faultOf(folder)).toMatchObject({ kind, culprit: expect.stringContaining(folder) })
})

test('a truncated database is told as damaged', async () => {
  const folder = temporaryFolder()
  const workspace = await workspaceAt(folder)
  const rows = Array.from({ length: 200 }, (_, row) => aRow({ id: `e${row}`, row, value: Array.from({ length: 100 }, Math.random) }))
  workspace.record.putRows(addSource(workspace), { path: 'a', nextRow: 200, isDone: true, isIndexed: true }, rows, [])
  await workspace.close()
  const copy = temporaryFolder()
  writeFileSync(join(copy, 'workspace.sqlite'), readFileSync(join(folder, 'workspace.sqlite')).subarray(0, 40_000))
  const readAll = async () => (await workspaceAt(copy)).record.bodiesAfter(null, 1000)
  expect(toFault(await readAll().catch((error: unknown) => error))).toMatchObject({ kind: 'workspace-damaged' })
})

test.each(['', 'a\0b'])('the path %j is refused', async (path) => {
  expect(await faultOf(path)).toMatchObject({ kind: 'bad-input' })
})

test('a path that is a file, or inside one, is refused', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(await faultOf(file)).toMatchObject({ kind: 'bad-input', message: `${file} is a file; a workspace is a folder.` })
  expect(await faultOf(join(file, 'inside'))).toMatchObject({ kind: 'bad-input' })
})

test.each(['lost', 'damaged', 'laid out otherwise'])('an analysis that is %s is made anew', async (how) => {
  const folder = temporaryFolder()
  const path = join(folder, 'analysis.duckdb')
  const first = await workspaceAt(folder)
  first.record.putRows(addSource(first), { path: 'a.jsonl', nextRow: 1, isDone: true, isIndexed: true }, [aRow()], [])
  await first.analysis.putExamples([anExample()])
  await first.close()
  if (how === 'lost') rmSync(path)
  if (how === 'damaged') writeFileSync(path, 'x'.repeat(20_000))
  if (how === 'laid out otherwise') await runSql(path, "UPDATE meta SET value = 'older' WHERE key = 'layout'")
  const { record, analysis } = await workspaceAt(folder)
  expect(await analysis.isCurrent(record.exampleCount())).toBe(false)
  expect(await analysis.reconcile(record.contentHashes())).toEqual(['e1'])
  expect((await analysis.counts()).indexed).toBe(0)
})

async function runSql(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(sql)
  connection.closeSync()
  instance.closeSync()
}

test('measures may depend on what the workspace remembers', async () => {
  const folder = temporaryFolder()
  const measures = ({ setting }: Pick<RecordStore, 'setting'>) => (setting('tokenizer') === 'other' ? MEASURES.slice(1) : MEASURES)
  const first = await openWorkspace(folder, { measures })
  await first.analysis.putExamples([anExample()])
  first.record.setSetting('tokenizer', 'other')
  await first.close()
  const second = await openWorkspace(folder, { measures })
  onTestFinished(() => second.close())
  expect((await second.analysis.row('e1'))?.values).toEqual({ ratio: 0.5, tool: null, has_patch: true })
})

test('a full database refuses the batch whole and keeps what it had', () => {
  const path = join(temporaryFolder(), 'workspace.sqlite')
  const db = openDatabase(path)
  const record = recordStore(db, path)
  const source = record.addSource({ uri: '/data', kind: 'file', revision: null }, 't').id
  record.putRows(source, { path: 'a', nextRow: 1, isDone: false, isIndexed: false }, [aRow({ id: 'kept' })], [])
  db.exec('PRAGMA max_page_count = 1')
  const many = Array.from({ length: 50 }, (_, n) => aRow({ id: `e${n}`, row: n + 1, value: Array.from({ length: 500 }, Math.random) }))
  const full = () => record.putRows(source, { path: 'a', nextRow: 51, isDone: false, isIndexed: false }, many, [])
  expect(toFault(thrownBy(full))).toMatchObject({ kind: 'disk-full', culprit: path })
  expect(record.exampleCount()).toBe(1)
  expect(record.fileProgress(source)).toEqual([{ path: 'a', nextRow: 1, isDone: false, isIndexed: false }])
  db.close()
})

test.skipIf(!isRoot || process.platform !== 'linux')('a full disk is told as such by both files, and loses nothing', async (context) => {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    context.skip('no permission to mount a small disk')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const first = await workspaceAt(folder)
  const source = addSource(first)
  const random = () => Array.from({ length: 3000 }, Math.random)
  let acknowledged = 0
  const fill = () => {
    for (;;) {
      first.record.putRows(
        source,
        { path: 'a', nextRow: acknowledged, isDone: false, isIndexed: false },
        [aRow({ id: `e${acknowledged}`, row: acknowledged, value: random() })],
        [],
      )
      acknowledged++
    }
  }
  expect(toFault(thrownBy(fill))).toMatchObject({ kind: 'disk-full' })
  const fillAnalysis = async () => {
    for (let n = 0; ; n++)
      await first.analysis.putExamples(Array.from({ length: 2000 }, (_, k) => anExample({ id: `e${n}-${k}`, repo: String(Math.random()) })))
  }
  expect(toFault(await fillAnalysis().catch((error: unknown) => error))).toMatchObject({ kind: 'disk-full' })
  expect(first.record.exampleCount()).toBe(acknowledged)
  await first.close()
  expect(existsSync(join(folder, 'workspace.lock'))).toBe(false)
})

test.skipIf(process.platform === 'win32')('a folder we may not write is told as read-only', async () => {
  const folder = temporaryFolder()
  execFileSync('chmod', ['555', folder])
  const open = () => faultOf(folder)
  expect(await (isRoot ? asNobody(open) : open())).toMatchObject({ kind: 'read-only', culprit: expect.stringContaining(folder) })
  execFileSync('chmod', ['755', folder])
})

async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

function sql(folder: string, statement: string): void {
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  db.exec(statement)
  db.close()
}

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
