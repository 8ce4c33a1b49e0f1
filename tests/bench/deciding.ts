import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from '@photostructure/sqlite'
import { MEASURE_INFO } from '#measure'
import { appendAll, type LedgerDraft } from '#review'
import { openWorkspace } from '#store'
import { anIndex, aRow } from '../core/store/workspace-builder-data.ts'
import { openWorkbench } from '../support/open-workbench.ts'
import { type Figure, quantile, timed } from './figure.ts'

const ROWS = 50_000
const ENTRIES = 300_000
const BATCH = 5_000
const RUNS = 21

/** What deciding takes in a workspace with a year's ledger: one decision, and a bulk decision with its undo. */
export async function deciding(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-deciding-'))
  const path = join(folder, 'workspace')
  try {
    await fill(path)
    const bare = await bareCommit(join(folder, 'bare.sqlite'))
    const bench = await openWorkbench({ workspacePath: path })
    const { review } = bench.client
    const took = (count: number) => async (work: () => Promise<unknown>) => quantile(await timesOf(count, work), 0.5)
    let n = 0
    const one = await took(RUNS)(() => review.decide({ id: idOf(n++), kind: 'reject', reviewer: 'ben' }))
    const back = await took(RUNS)(() => review.undo({ reviewer: 'ben' }))
    const stall = monitorEventLoopDelay({ resolution: 5 })
    stall.enable()
    const asked = { selection: {}, kind: 'accept', note: 'all of them', reviewer: 'cyd' } as const
    const bulk = await timed(() => review.bulk({ ...asked, expected: ROWS }))
    stall.disable()
    const undoBulk = await timed(() => review.undo({ reviewer: 'cyd' }))
    await bench.remove()
    const figure = (what: string, ms: number, times = 1): Figure => ({
      what: `${what}, behind ${ENTRIES.toLocaleString('en-US')} entries`,
      value: `${ms.toFixed(ms < 100 ? 1 : 0)} ms`,
      baseline: times === 1 ? 'one bare durable insert into SQLite' : `${times.toLocaleString('en-US')} bare inserts in one transaction`,
      baselineValue: `${(times === 1 ? bare.one : bare.many).toFixed(1)} ms`,
      ratio: ms / (times === 1 ? bare.one : bare.many),
    })
    return [
      figure(`one decision (median of ${RUNS})`, one),
      figure(`one undo (median of ${RUNS})`, back),
      figure(`one bulk decision about ${ROWS.toLocaleString('en-US')} examples`, bulk, ROWS),
      figure('… and its longest piece in which nobody else has a turn', stall.max / 1e6, ROWS),
      figure('… and its undo', undoBulk, ROWS),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const idOf = (n: number): string => `e${String(n).padStart(6, '0')}`

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < count; run++) times.push(await timed(work))
  return times
}

/** Measured rows without anything in them, and a ledger of several answers about each. */
async function fill(path: string): Promise<void> {
  const { record, analysis, close } = await openWorkspace(path, { measures: MEASURE_INFO })
  const { id: sourceId } = record.addSource({ uri: '/data', kind: 'folder', revision: 'r1' }, '2025-01-01T00:00:00.000Z')
  for (let at = 0; at < ROWS; at += BATCH) {
    const said = Array.from({ length: BATCH }, (_, n) => ({ id: idOf(at + n), sourceId, row: at + n, contentHash: `c${at + n}` }))
    const progress = { path: 'a.jsonl', nextRow: at + BATCH, isDone: at + BATCH === ROWS, isIndexed: at + BATCH === ROWS }
    record.putRows(
      sourceId,
      progress,
      said.map((index) => aRow(index)),
      [],
    )
    await analysis.putExamples(said.map((index) => ({ index: anIndex(index), values: { traj_tokens: 1, resolved: 1 } })))
  }
  const rest = { reviewer: 'ana', kind: 'accept', reason: null, note: null, undoes: null, recipeHash: null } as const
  const drafts = Array.from(
    { length: ENTRIES },
    (_, n): LedgerDraft => ({ ...rest, exampleId: idOf(n % ROWS), contentHash: `c${n % ROWS}` }),
  )
  record.appendEntries(appendAll(null, drafts, () => new Date(0)))
  await close()
}

/** What SQLite takes for one row alone and for many together, both on the disk at return. */
async function bareCommit(path: string): Promise<{ one: number; many: number }> {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (seq INTEGER PRIMARY KEY, entry TEXT)')
  const insert = db.prepare('INSERT INTO entries (entry) VALUES (?)')
  const entry = 'x'.repeat(500)
  const one = quantile(await timesOf(RUNS, async () => insert.run(entry)), 0.5)
  const many = await timed(async () => {
    db.exec('BEGIN')
    for (let n = 0; n < ROWS; n++) insert.run(entry)
    db.exec('COMMIT')
  })
  db.close()
  return { one, many }
}
