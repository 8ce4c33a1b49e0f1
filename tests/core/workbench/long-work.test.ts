import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../../support/open-workbench.ts'
import { buildMessage, buildR3 } from '../../support/rows.ts'
import { asJsonl, buildFolder } from '../../support/rows-on-disk.ts'

const page = { selection: {}, sort: null, offset: 0, limit: 1000 }

async function openBench(options: Parameters<typeof openWorkbench>[0] = {}) {
  const bench = await openWorkbench(options)
  onTestFinished(() => bench.remove())
  return bench
}

/** Rows of this many runs, long enough for several batches. */
const rowsOf = (count: number, text = 'The list is empty. '.repeat(3_000)) =>
  Array.from({ length: count }, (_, n) => buildR3({ trajectory_id: `run-${n}`, messages: [buildMessage('user', `${n} ${text}`)] }))

describe('long work and the workspace it is about', { timeout: 60_000 }, () => {
  it('an add that runs while another workspace is opened ends, and writes nothing there', async () => {
    const bench = await openBench()
    const first = (await bench.client.workspace.info()).path
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf(200)) })
    const events = await bench.client.source.add({ source: folder })
    const run = async (): Promise<void> => {
      for await (const event of events)
        if (event.kind === 'progress') await bench.client.workspace.open({ path: join(bench.folder, 'second') })
    }
    expect(await faultOf(run())).toMatchObject({ kind: 'cancelled' })
    const second = await bench.client.workspace.info()
    expect(second).toMatchObject({ sources: [], jobs: [], counts: { indexed: 0, measured: 0 } })
    await bench.client.workspace.open({ path: first })
    await lastEvent(await bench.client.source.add({ source: folder }))
    expect((await bench.client.workspace.info()).counts).toMatchObject({ indexed: 200, measured: 200, rejected: 0 })
  })

  it('the open workspace opened again, by any path, stays open', async () => {
    const bench = await openBench()
    const { path } = await bench.client.workspace.info()
    expect(await bench.client.workspace.open({ path: join(path, '..', 'workspace') })).toMatchObject({ path })
  })

  it('an add that waits for another leaves when it is aborted', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf(300)) })
    const running = lastEvent(await bench.client.source.add({ source: folder }))
    const stop = new AbortController()
    const waiting = lastEvent(await bench.client.source.add({ source: folder }, { signal: stop.signal }))
    stop.abort()
    const first = await Promise.race([faultOf(waiting), running])
    expect(first).toMatchObject({ kind: 'cancelled' })
    expect(await running).toMatchObject({ kind: 'done', result: { examples: 300 } })
  })

  it('a file its reading thread dies on is listed, and the other files go on', async () => {
    const bench = await openBench({ readWorkerUrl: new URL('../../fixtures/workers/mortal-reader.mjs', import.meta.url) })
    const folder = buildFolder({
      'a.jsonl': asJsonl(rowsOf(2, '')),
      'b-deadly.jsonl': asJsonl(rowsOf(1, '')),
      'c.jsonl': asJsonl(rowsOf(3, '')),
    })
    const done = await lastEvent(await bench.client.source.add({ source: folder }))
    expect(done).toMatchObject({ result: { examples: 5, measured: 5, rejectedCount: 1, rejected: [{ where: 'b-deadly.jsonl' }] } })
  })

  it('an add stops while its reading thread is busy', async () => {
    const bench = await openBench({ readWorkerUrl: new URL('../../fixtures/workers/mortal-reader.mjs', import.meta.url) })
    const folder = buildFolder({
      'a.jsonl': asJsonl(rowsOf(2, '')),
      'b.jsonl': asJsonl(rowsOf(2, '')),
      'c-endless.jsonl': asJsonl(rowsOf(1)),
    })
    const stop = new AbortController()
    let stoppedAt = 0
    const run = async (): Promise<void> => {
      for await (const { kind } of await bench.client.source.add({ source: folder }, { signal: stop.signal })) {
        if (kind !== 'progress') continue
        stoppedAt = performance.now()
        stop.abort()
      }
    }
    expect(await faultOf(run())).toMatchObject({ kind: 'cancelled' })
    expect(performance.now() - stoppedAt).toBeLessThan(5_000)
    expect((await bench.client.workspace.info()).jobs).toEqual([])
  })

  it('watchers are told of changes, and their streams end when the workbench closes', async () => {
    const bench = await openWorkbench()
    const stream = await bench.client.workspace.watch()
    const kinds: string[] = []
    const watching = (async () => {
      for await (const event of stream) kinds.push(event.kind)
    })()
    await lastEvent(await bench.client.source.add({ source: buildFolder({ 'rows.jsonl': asJsonl(rowsOf(2)) }) }))
    await bench.remove()
    await watching
    expect(new Set(kinds)).toEqual(new Set(['changed', 'job', 'job-ended']))
  })
})

describe('what is read again', { timeout: 60_000 }, () => {
  it('an example whose row changed is shown as it is now, and its decision is told as about other bytes', async () => {
    const bench = await openBench()
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf(1, 'before')) })
    await lastEvent(await bench.client.source.add({ source: folder }))
    const before = await bench.client.example.get({ id: 'run-0' })
    await bench.client.review.decide({ id: 'run-0', kind: 'accept', contentHash: before.row.contentHash })
    await writeFile(join(folder, 'rows.jsonl'), asJsonl(rowsOf(1, 'after it was changed')))
    await lastEvent(await bench.client.source.add({ source: folder }))
    const after = await bench.client.example.get({ id: 'run-0' })
    expect(after.messages[0]?.content.text).toBe('0 after it was changed')
    expect(after.row).toMatchObject({ decision: 'accept', isStale: true })
    expect(after.row.verdict).not.toBeNull()
  })

  it('verdicts are given again when a kill came between rows and recipe', async () => {
    const bench = await openBench()
    await lastEvent(await bench.client.source.add({ source: buildFolder({ 'rows.jsonl': asJsonl(rowsOf(3)) }) }))
    const { path, counts } = await bench.client.workspace.info()
    await bench.close()
    await forgetVerdicts(path)
    const again = await openBench({ workspacePath: path })
    expect((await again.client.workspace.info()).counts).toEqual(counts)
    expect((await again.client.example.page(page)).rows.every(({ verdict }) => verdict !== null)).toBe(true)
  })

  it('decisions are mirrored again when a kill came between the ledger and the analysis', async () => {
    const bench = await openBench()
    await lastEvent(await bench.client.source.add({ source: buildFolder({ 'rows.jsonl': asJsonl(rowsOf(3)) }) }))
    const { path } = await bench.client.workspace.info()
    await bench.close()
    await copyFile(join(path, 'analysis.duckdb'), join(bench.folder, 'before.duckdb'))
    const second = await openWorkbench({ workspacePath: path })
    await second.client.review.decide({ id: 'run-1', kind: 'reject', reason: 'other' })
    await second.close()
    await copyFile(join(bench.folder, 'before.duckdb'), join(path, 'analysis.duckdb'))
    const again = await openBench({ workspacePath: path })
    expect((await again.client.example.get({ id: 'run-1' })).row).toMatchObject({ decision: 'reject', outcome: 'drop' })
  })

  it('settings written at the same time are all kept', async () => {
    const bench = await openBench()
    await Promise.all(Array.from({ length: 20 }, (_, n) => bench.client.settings.set({ layout: { [`panel-${n}`]: n } })))
    expect(Object.keys((await bench.client.settings.get()).layout)).toHaveLength(20)
  })
})

const mount = await mkdtemp(join(tmpdir(), 'winnow-small-disk-'))
const canMount = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mount]).status === 0

afterAll(async () => {
  if (canMount) spawnSync('umount', ['--lazy', mount])
  await rm(mount, { recursive: true, force: true })
})

describe(`a disk that fills up${canMount ? '' : ' (skipped: a small disk needs root)'}`, { timeout: 120_000 }, () => {
  it.skipIf(!canMount)('ends the add in words, keeps what was stored, and lets the next add go on', async () => {
    const workspacePath = join(mount, 'workspace')
    await mkdir(workspacePath)
    const bench = await openWorkbench({ workspacePath })
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rowsOf(120, '')) })
    await writeFile(join(mount, 'ballast'), Buffer.alloc(14_000_000, 1))
    const noise = asJsonl(rowsOf(400).map((row, n) => ({ ...row, trajectory_id: `noise-${n}`, extra: randomText(60_000) })))
    await writeFile(join(folder, 'noise.jsonl'), noise)
    const fault = await faultOf(lastEvent(await bench.client.source.add({ source: folder })))
    expect(fault).toMatchObject({ kind: 'disk-full', remedy: expect.stringContaining('Free some space') })
    const kept = (await bench.client.workspace.info()).counts.indexed
    await rm(join(mount, 'ballast'))
    await bench.close()
    const again = await openWorkbench({ workspacePath })
    expect((await again.client.workspace.info()).counts.indexed).toBe(kept)
    await rm(join(folder, 'noise.jsonl'))
    const done = await lastEvent(await again.client.source.add({ source: join(folder, 'rows.jsonl') }))
    expect(done).toMatchObject({ result: { examples: 120, measured: 120 } })
    await again.close()
  })
})

/** Text that does not pack. */
function randomText(length: number): string {
  return Buffer.from(Array.from({ length: (length * 3) / 4 }, () => Math.floor(Math.random() * 256))).toString('base64')
}

/** Leaves a workspace as a kill does that comes after rows are written and before they are judged. */
async function forgetVerdicts(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(path, 'analysis.duckdb'))
  const connection = await instance.connect()
  await connection.run('UPDATE examples SET failed = NULL')
  connection.closeSync()
  instance.closeSync()
}
