import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract'
import { openPage } from '../support/open-page.ts'
import { removeFolder, startWinnow } from '../support/winnow-server.ts'
import { type Figure, timed } from './figure.ts'
import { writeMadeRows } from './made-rows.ts'

const SIZES = [1_000, 10_000, 100_000]
/** Rows added before the clock runs: threads start, encodings load, code is compiled. */
const FIRST_ROWS = 1_000
/** Bytes of memory that a process may take. */
const MOST_MEMORY = 1e9

interface Run {
  rows: number
  /** Milliseconds, from file to measured, stored and judged. */
  took: number
  /** Milliseconds of processor time of all its threads, which other programs do not stretch; null where the system does not say. */
  worked: number | null
  /** Peak of the resident set while the rows came in, in bytes; null where the system does not say. */
  memory: number | null
}

/** What a row costs when there are ten and a hundred times as many, and how much memory the process takes. */
export async function linearCost(sizes: readonly number[] = SIZES): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-made-'))
  try {
    const runs: Run[] = []
    for (const rows of sizes) runs.push(await addRows(folder, rows))
    return figuresOf(runs)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each size in a process and a workspace of its own. */
async function addRows(folder: string, rows: number): Promise<Run> {
  const [first, rest] = [join(folder, `first-${rows}`), join(folder, `rest-${rows}`)]
  await Promise.all([mkdir(first), mkdir(rest)])
  await writeMadeRows(first, FIRST_ROWS, { seed: rows })
  await writeMadeRows(rest, rows)
  const winnow = await startWinnow()
  const { websocket } = await openPage(winnow.url)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket }))
  const memory = { peak: 0 }
  const add = async (source: string): Promise<void> => {
    for await (const _ of await client.source.add({ source })) memory.peak = Math.max(memory.peak, (await memoryOf(winnow.pid)) ?? 0)
  }
  try {
    await add(first)
    memory.peak = 0
    const before = await processorTime(winnow.pid)
    const took = await timed(() => add(rest))
    const after = await processorTime(winnow.pid)
    return { rows, took, worked: before === null || after === null ? null : after - before, memory: memory.peak || null }
  } finally {
    websocket.close()
    await winnow.stop()
    await Promise.all([winnow.folder, first, rest].map(removeFolder))
  }
}

/** The resident set of a process, as Linux tells it. */
async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
  return found === undefined ? null : Number(found) * 1024
}

/** Milliseconds a process has worked, as Linux tells it in hundredths of a second: fields 14 and 15 of proc(5)'s stat, behind a name in brackets. */
async function processorTime(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return Number.isFinite(ticks) && stat !== '' ? ticks * 10 : null
}

function figuresOf(runs: readonly Run[]): Figure[] {
  const [base, ...further] = runs
  if (!base) return []
  return [...further.flatMap((run) => timeFigures(run, base)), ...runs.flatMap(memoryFigure)]
}

function timeFigures(run: Run, base: Run): Figure[] {
  const took = timeFigure('', [run.took / run.rows, base.took / base.rows], run, base)
  if (run.worked === null || base.worked === null) return [took]
  return [took, timeFigure('processor time of ', [run.worked / run.rows, base.worked / base.rows], run, base)]
}

function timeFigure(kind: string, [ms, baseMs]: [number, number], run: Run, base: Run): Figure {
  return {
    what: `${kind}each of ${count(run.rows)} made-up rows, from file to measured, stored and judged`,
    value: `${ms.toFixed(2)} ms`,
    baseline: `each of ${count(base.rows)}, the process running already`,
    baselineValue: `${baseMs.toFixed(2)} ms`,
    ratio: ms / baseMs,
  }
}

function memoryFigure({ rows, memory }: Run): Figure[] {
  if (memory === null) return []
  const value = `${(memory / 1e6).toFixed(0)} MB`
  return [
    {
      what: `memory at its peak while ${count(rows)} rows came in`,
      value,
      baseline: 'the bound',
      baselineValue: '1,000 MB',
      ratio: memory / MOST_MEMORY,
    },
  ]
}

function count(rows: number): string {
  return rows.toLocaleString('en')
}
