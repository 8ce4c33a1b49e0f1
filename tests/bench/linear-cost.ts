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
    const took = await timed(() => add(rest))
    return { rows, took, memory: memory.peak || null }
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

function figuresOf(runs: readonly Run[]): Figure[] {
  const [base] = runs
  if (!base) return []
  const further = runs.slice(1).map((run) => ({
    what: `each of ${count(run.rows)} made-up rows, from file to measured, stored and judged`,
    value: `${perRow(run).toFixed(2)} ms`,
    baseline: `each of ${count(base.rows)}, the process running already`,
    baselineValue: `${perRow(base).toFixed(2)} ms`,
    ratio: perRow(run) / perRow(base),
  }))
  return [...further, ...runs.flatMap(memoryFigure)]
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

function perRow({ took, rows }: Run): number {
  return took / rows
}

function count(rows: number): string {
  return rows.toLocaleString('en')
}
