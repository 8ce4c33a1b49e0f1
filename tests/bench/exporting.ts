import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract'
import { openPage } from '../support/open-page.ts'
import { startWinnow } from '../support/winnow-server.ts'
import { exportWorkspace } from './export-workspace.ts'
import { type Figure, timed } from './figure.ts'

const ROWS = 4_000

/** Bytes of memory that an export may take. */
const MOST_MEMORY = 700e6

/** The slowest an export may be beside the bare loop. */
const MOST_RATIO = 1.6

/** Every row passes. */
const KEEP_ALL = 'name: all\nsteps:\n  - rule: resolved-label\n    keep: [1, 0, -1]\n'

interface Run {
  took: number
  /** sha256 over names and bytes of all files. */
  hash: string
  examples: number
}

/** What an export of 800 MB takes beside a loop that does what it cannot do without, its memory, and whether two of them are equal. */
export async function exporting(rows = ROWS): Promise<Figure[]> {
  const { folder, bytes } = await exportWorkspace(rows)
  try {
    const bare = await bareLoop(folder)
    const { first, second, twin, cancelled, memory } = await exports(folder)
    if (first.examples !== rows) throw new Error(`${first.examples} of ${rows} rows left`)
    if (first.hash !== second.hash) throw new Error('two exports of one state differ')
    const baseline = `a bare loop that unzips, parses, stringifies and writes the same rows (aim ${MOST_RATIO})`
    const text = `${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB of text,`
    const figure = (what: string, took: number): Figure => {
      return { what, value: seconds(took), baseline, baselineValue: seconds(bare), ratio: took / bare }
    }
    return [
      figure(`${text} exported to trl, two byte for byte the same`, Math.min(first.took, second.took)),
      figure(`${text} with the Parquet twin`, twin.took),
      {
        what: `an export of ${text} cancelled in its middle`,
        value: `${cancelled.toFixed(0)} ms`,
        baseline: 'a second',
        baselineValue: '1000 ms',
        ratio: cancelled / 1_000,
      },
      ...(memory === null ? [] : [memoryFigure(memory)]),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function bareLoop(folder: string): Promise<number> {
  const loop = resolve(import.meta.dirname, 'bare-export.mjs')
  const runs: number[] = []
  for (let run = 0; run < 2; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      loop,
      join(folder, 'workspace/workspace.sqlite'),
      join(folder, 'bare.jsonl'),
    ])
    runs.push(Number(stdout))
  }
  return Math.min(...runs)
}

async function exports(folder: string) {
  const winnow = await startWinnow(folder)
  const { websocket } = await openPage(winnow.url)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket }))
  try {
    await client.recipe.apply({ text: KEEP_ALL })
    const first = await run(client, join(folder, 'first'))
    const second = await run(client, join(folder, 'second'))
    const cancelled = await cancel(client, join(folder, 'cancelled'))
    const memory = await peakOf(winnow.pid)
    const twin = await run(client, join(folder, 'twin'), true)
    return { first, second, cancelled, twin, memory }
  } finally {
    websocket.close()
    await winnow.stop()
  }
}

async function run(client: ContractRouterClient<Contract>, out: string, withParquet = false): Promise<Run> {
  let examples = 0
  const took = await timed(async () => {
    for await (const event of await client.export.run({ target: 'trl', out, options: { ...OPTIONS, withParquet } })) {
      if (event.kind === 'done') examples = event.result.examples
    }
  })
  const hash = createHash('sha256')
  for (const name of (await readdir(out)).sort()) {
    hash.update(name)
    for await (const piece of createReadStream(join(out, name))) hash.update(piece)
  }
  await rm(out, { recursive: true })
  return { took, hash: hash.digest('hex'), examples }
}

const OPTIONS = { arguments: 'as-needed', contextLength: null, template: null, withReferencePatch: false } as const

/** Milliseconds from leaving to the folder being gone. */
async function cancel(client: ContractRouterClient<Contract>, out: string): Promise<number> {
  const abort = new AbortController()
  let at = 0
  const events = await client.export.run({ target: 'trl', out }, { signal: abort.signal })
  try {
    for await (const event of events) {
      if (event.kind !== 'progress' || event.done < event.total / 2 || at > 0) continue
      at = performance.now()
      abort.abort()
    }
  } catch {}
  while ((await readdir(out).catch(() => [])).length > 0) await new Promise((wait) => setTimeout(wait, 5))
  return performance.now() - at
}

/** Peak of a process's resident set in bytes; null where the system does not say. */
async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function memoryFigure(memory: number): Figure {
  return {
    what: 'peak memory of the engine over three exports to trl',
    value: `${(memory / 1e6).toFixed(0)} MB`,
    baseline: 'the bound',
    baselineValue: `${MOST_MEMORY / 1e6} MB`,
    ratio: memory / MOST_MEMORY,
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}
