import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { buildR3 } from '../support/rows.ts'
import { runWinnow } from '../support/run-winnow.ts'
import { startCommand } from '../support/start-command.ts'

const FILES = 6
const ROWS = 50

/** A kill at each point takes a minute: `npm run test:kill` does it, and other runs kill at every third. */
const EVERY = process.env.WINNOW_ALL_KILLS === '1' ? 1 : 3

/** What must be the same however the add came about. */
interface Listed {
  id: string
  content_hash: string
  traj_tokens: number
  is_measured: boolean
  verdict: string | null
}

const parent = await mkdtemp(join(tmpdir(), 'winnow-kill-'))
const source = join(parent, 'rows')
afterAll(() => rm(parent, { recursive: true, force: true }))

/** 300 rows in six files; every third row shares its trajectory id with another, which is what would show a row stored twice. */
async function writeRows(): Promise<void> {
  await mkdir(source)
  for (let file = 0; file < FILES; file++) {
    const lines = Array.from({ length: ROWS }, (_, n) => JSON.stringify(rowOf(file * ROWS + n)))
    await writeFile(join(source, `part-${file}.jsonl`), `${lines.join('\n')}\n`)
  }
}

function rowOf(n: number) {
  const messages = [
    { role: 'user', content: `Fix bug ${n}. ${'It fails when the list is empty. '.repeat(600 + (n % 7) * 100)}` },
    { role: 'assistant', content: `Done with ${n}.` },
  ]
  return buildR3({ trajectory_id: `run-${n - (n % 3 === 0 ? n % 2 : 0)}`, instance_id: `owner__repo-${n}`, messages })
}

/** Kills the command after so long with nothing to say goodbye; true when it was still at work. */
async function killAfter(ms: number, folder: string, ...args: string[]): Promise<boolean> {
  const { child, ended } = startCommand(folder, args)
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  const { signal } = await ended
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

/** Names in a folder; none while there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : []
}

/** Milliseconds a command takes undisturbed. */
async function durationOf(folder: string, ...args: string[]): Promise<number> {
  const start = performance.now()
  await runWinnow(folder, ...args)
  return performance.now() - start
}

const listAll = (folder: string): Promise<Listed[]> => runWinnow<Listed[]>(folder, 'list', '--sort', 'instance_id', '--limit', '1000')

const pick = ({ id, content_hash, traj_tokens, is_measured, verdict }: Listed) => ({ id, content_hash, traj_tokens, is_measured, verdict })

describe('a command that is killed', { timeout: 300_000 }, () => {
  const whole = join(parent, 'whole')
  let expected: Listed[] = []
  let addTakes = 0

  beforeAll(async () => {
    await writeRows()
    await mkdir(whole)
    addTakes = await durationOf(whole, 'add', source)
    expected = (await listAll(whole)).map(pick)
  }, 120_000)

  it('has 300 rows to lose', () => {
    expect(expected).toHaveLength(FILES * ROWS)
    expect(new Set(expected.map(({ id }) => id)).size).toBe(FILES * ROWS)
    expect(expected.every(({ is_measured, verdict }) => is_measured && verdict !== null)).toBe(true)
  })

  it('add: killed again and again, ends with what an undisturbed one ends with', async () => {
    const folder = join(parent, 'killed')
    await mkdir(folder)
    let kills = 0
    for (let n = 1; n <= 8; n += EVERY) kills += Number(await killAfter(addTakes * (0.2 + 0.09 * n), folder, 'add', source))
    expect(kills).toBeGreaterThan(0)
    const added = await runWinnow<{ examples: number; measured: number; rejected: unknown[] }>(folder, 'add', source)
    expect(added).toMatchObject({ examples: 300, measured: 300, rejected: [] })
    expect((await listAll(folder)).map(pick)).toEqual(expected)
    expect(await runWinnow(folder, 'ledger', '--check')).toMatchObject({ ok: true })
  })

  it('export: killed at any moment, leaves no half file under its name, and the next one completes', async () => {
    const out = join(whole, 'sft')
    const exportTakes = await durationOf(whole, 'export', '--target', 'tutorial', '--out', join(whole, 'timed'))
    const left: [name: string, bytes: Buffer][] = []
    let kills = 0
    for (let n = 1; n <= 5; n += EVERY) {
      const wasKilled = await killAfter(exportTakes * (0.5 + 0.09 * n), whole, 'export', '--target', 'tutorial', '--out', out)
      kills += Number(wasKilled)
      // Killed while files took their names, some stand there: whole ones.
      for (const name of await namesIn(out)) if (!name.startsWith('.')) left.push([name, await readFile(join(out, name))])
      await rm(out, { recursive: true, force: true })
    }
    expect(kills).toBeGreaterThan(0)
    const done = await runWinnow<{ files: { path: string }[] }>(whole, 'export', '--target', 'tutorial', '--out', out)
    expect((await readdir(out)).sort()).toEqual(done.files.map(({ path }) => path).sort())
    for (const [name, bytes] of left) expect(bytes.equals(await readFile(join(out, name))), name).toBe(true)
  })
})

describe('a command that is told to stop', { timeout: 120_000 }, () => {
  it.skipIf(process.platform === 'win32')('add: keeps what it has, says how to go on, and goes on', async () => {
    const folder = join(parent, 'stopped')
    await mkdir(folder)
    const { child, ended } = startCommand(folder, ['add', source, '--json'])
    while (!(await namesIn(join(folder, 'workspace'))).includes('analysis.duckdb')) await setImmediate()
    child.kill('SIGINT')
    const { code, stderr, stdout } = await ended
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/Stopped after \d+ rows; they are kept\.\n {2}Run the same command again/)
    expect(await runWinnow(folder, 'add', source)).toMatchObject({ examples: 300, measured: 300 })
  })

  it('source.add: aborted, ends at once and keeps every row it told of', async () => {
    const bench = await openWorkbench()
    const stop = new AbortController()
    const events = await bench.client.source.add({ source }, { signal: stop.signal })
    let told = 0
    let abortedAt = 0
    const run = async () => {
      for await (const event of events) {
        if (event.kind !== 'progress' || event.rows === 0) continue
        told = event.rows
        abortedAt = performance.now()
        stop.abort()
      }
    }
    await expect(run()).rejects.toThrow()
    expect(performance.now() - abortedAt).toBeLessThan(5_000)
    const { counts, jobs } = await bench.client.workspace.info()
    expect(counts.measured).toBeGreaterThanOrEqual(told)
    expect(counts.keep + counts.drop).toBe(counts.measured)
    expect(jobs).toEqual([])
    await lastEvent(await bench.client.source.add({ source }))
    expect((await bench.client.workspace.info()).counts).toMatchObject({ indexed: 300, measured: 300, rejected: 0 })
    await bench.remove()
  })
})
