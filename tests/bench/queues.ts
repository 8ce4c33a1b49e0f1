import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MEASURE_INFO } from '#measure'
import type { QueueDefinition } from '#record'
import { appendAll, headOf } from '#review'
import { openWorkspace, type Workspace } from '#store'
import { allQueues } from '../../src/core/workbench/queues/held-queues.ts'
import { queueInfo } from '../../src/core/workbench/queues/queue-info.ts'
import { queuePlace } from '../../src/core/workbench/queues/queue-place.ts'
import { draft } from '../core/review/ledger-builder.ts'
import { aPlan } from '../core/store/judging/plans.ts'
import { aQueue } from '../support/a-queue.ts'
import { type Figure, quantile, timed } from './figure.ts'
import { tenDrops } from './judging.ts'
import { measuredRows } from './measured-rows.ts'

const RUNS = 5
const PLACES = 200
const ITEMS = 100_000
const LISTED = 50

/** The most milliseconds each may take at the median: a ratio above 1 breaks a bound. */
const MOST = { choose: 2000, make: 2000, place: 5, load: 2000, list: 150 }

const ORDERS: Partial<QueueDefinition>[] = [
  { order: 'stored' },
  { order: 'random' },
  { order: 'borderline' },
  { order: 'stratified', per: 'language' },
  { order: 'stratified', per: 'repo' },
  { order: 'by-instance' },
  { order: 'disagreements' },
]

/** How long queues take to be chosen among 600,000 measured rows, made with 100,000 items, and gone through beside a ledger of 100,000 entries. */
export async function queues(rows = 600_000): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-queues-'))
  try {
    await cp(await measuredRows(rows), folder, { recursive: true })
    const workspace = await openWorkspace(folder, { measures: MEASURE_INFO })
    const figures = [...(await choosing(workspace)), ...(await goingThrough(workspace))]
    await workspace.close()
    return figures.map((figure) => ({ ...figure, what: `${rows.toLocaleString('en')} measured rows: ${figure.what}` }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function choosing({ analysis }: Workspace): Promise<Figure[]> {
  const plan = aPlan(tenDrops(24_000))
  await analysis.judge(plan)
  const figures: Figure[] = []
  for (const given of ORDERS) {
    const definition = aQueue({ ...given, size: ITEMS, doubleShare: 0.2 })
    const told = [given.order, given.per ? `by ${given.per}` : ''].join(' ').trim()
    figures.push(await figureOf(`a queue of 100,000 chosen, ${told}`, MOST.choose, RUNS, () => analysis.chooseQueued({}, definition, plan)))
    figures.push(await figureOf('its preview', MOST.choose, RUNS, () => analysis.previewQueued({}, definition, plan)))
  }
  return figures
}

async function goingThrough(workspace: Workspace): Promise<Figure[]> {
  const { analysis, record } = workspace
  const definition = aQueue({ order: 'random', size: ITEMS, doubleShare: 0.2 })
  const items = await analysis.chooseQueued({}, definition, aPlan([]))
  const put = (id: string, of: typeof items) => record.putQueue({ id, madeAt: '2025-01-01T00:00:00.000Z', definition }, of)
  const figures = [await figureOf('100,000 items written', MOST.make, 1, async () => put('large', items))]
  const said = items.map(({ id }, n) => draft(n % 3 === 0 ? 'accept' : 'reject', { exampleId: id, reviewer: n % 2 === 0 ? 'ana' : 'ben' }))
  const ledger = appendAll(null, said, () => new Date())
  const desk = { session: { workspace, ledger }, settings: { read: fail, update: fail }, now: () => new Date() }
  const ask = (id: string | null) => queuePlace(desk, { queue: 'large', id, reviewer: 'ana' })
  figures.push(await figureOf('its first place, beside a ledger of 100,000', MOST.load, 1, () => ask(null)))
  // One more decision before each, made outside the clock: what is timed is taking it in, and the place.
  const more = items.filter((_item, n) => n % (ITEMS / PLACES) === 7).map(({ id }) => draft('accept', { exampleId: id, reviewer: 'ana' }))
  const coming = appendAll(headOf(ledger), more, () => new Date())
  figures.push(
    await figureOf('a place in it after one more decision', MOST.place, PLACES, () => {
      const entry = coming.shift()
      if (entry) ledger.push(entry)
      return ask(entry?.exampleId ?? null)
    }),
  )
  for (let n = 0; n < LISTED - 1; n++) put(`small-${n}`, items.slice(n * 1000, n * 1000 + 1000))
  const list = async () => {
    const { queues: all, judgments } = allQueues(desk.session)
    return all.map((queue) => queueInfo(queue, judgments, 'ana'))
  }
  figures.push(await figureOf(`${LISTED} queues listed for the first time, 149,000 items`, MOST.load, 1, list))
  figures.push(await figureOf('the same again', MOST.list, RUNS, list))
  return figures
}

function fail(): never {
  throw new Error('The reviewer is given')
}

/** Median wall clock, and the processor's time beside it: where others load the machine the first is longer. */
async function figureOf(what: string, most: number, runs: number, ask: () => Promise<unknown>): Promise<Figure> {
  const [walls, cpus]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    walls.push(await timed(ask))
    const { user, system } = process.cpuUsage(before)
    cpus.push((user + system) / 1000)
  }
  const [wall, cpu] = [quantile(walls, 0.5), quantile(cpus, 0.5)]
  const value = `${wall.toFixed(1)} ms (${cpu.toFixed(1)} ms of processor time)`
  return { what, value, baseline: 'the most it may be', baselineValue: `${most} ms`, ratio: wall / most }
}
