import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { movesDrawn, watchMoves } from '../support/drawn-moves.ts'
import { runWinnow } from '../support/run-winnow.ts'
import { removeFolder, startWinnow } from '../support/winnow-server.ts'
import { type Figure, quantile } from './figure.ts'

const MOVES = 500
/** The project's own bounds: key to the next example, a frame, and what the page may take of memory. */
const DRAWN_MS = 100
const FRAME_MS = 16
const PAGE_MB = 600
/** A decision, where one stands then, and one more example loaded ahead: itself, its findings, its patch and the patch's first file. */
const CALLS = 6

/** What one walk through examples costs the page, each example loaded ahead by the time its key is pressed. */
export async function reviewDay(source: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-day-'))
  await runWinnow(folder, 'add', source)
  const ids = (await runWinnow<{ id: string }[]>(folder, 'list')).map(({ id }) => id)
  const winnow = await startWinnow(folder)
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    let calls = 0
    page.on('websocket', (socket) => socket.on('framesent', () => calls++))
    await watchMoves(page)
    await page.goto(winnow.url)
    const { drawn, busy } = await walk(page, ids)
    const memory = await memoryOf(browser, page)
    const callsBefore = calls
    const decided = await decideSome(page, ids)
    return figuresOf({ drawn, busy, ...memory, calls: (calls - callsBefore) / decided })
  } finally {
    await browser.close()
    await winnow.stop()
    await removeFolder(folder)
  }
}

interface Walked {
  /** Milliseconds from each key to the frame with the next example. */
  drawn: number[]
  /** Processor time of the page's main thread for each, in milliseconds. */
  busy: number[]
}

/** Through all examples by `]`, from the first again when they end, with a pause for what is loaded ahead. */
async function walk(page: Page, ids: readonly string[]): Promise<Walked> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const walked: Walked = { drawn: [], busy: [] }
  let shown = 0
  for (let move = 0; move < MOVES; move++) {
    if (move % (ids.length - 1) === 0) {
      await page.goto(new URL(`#/example/${ids[0]}`, page.url()).href)
      shown = (await movesDrawn(page, move === 0 ? 1 : shown + 1)).length
      await page.waitForTimeout(1500)
    }
    const before = await busyOf(devtools)
    await page.keyboard.press(']')
    const moves = await movesDrawn(page, shown + 1)
    walked.busy.push((await busyOf(devtools)) - before)
    walked.drawn.push(moves.at(-1)?.ms ?? Number.NaN)
    shown = moves.length
    await page.waitForTimeout(150)
  }
  return walked
}

async function busyOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** What the page holds after all of it, in MB: its whole process as it is, and its JavaScript heap once swept. */
async function memoryOf(browser: Browser, page: Page): Promise<{ heap: number; process: number }> {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMb(id)))
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  // Without this the sweep leaves what the page's own elements hold.
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return { heap: (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6, process: Math.max(...sizes) }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000
}

/** Decides about some with the recipe, each once what is loaded ahead is there; gives how many. */
async function decideSome(page: Page, ids: readonly string[]): Promise<number> {
  await page.goto(new URL(`#/example/${ids[0]}`, page.url()).href)
  await page.waitForTimeout(1500)
  const count = Math.min(20, ids.length - 5)
  for (let turn = 0; turn < count; turn++) {
    const drops = await page.getByText('Recipe drops it').isVisible()
    await page.keyboard.press(drops ? 'x' : 'a')
    await page.waitForTimeout(600)
  }
  return count
}

function figuresOf({ drawn, busy, heap, process, calls }: Walked & { heap: number; process: number; calls: number }): Figure[] {
  const figure = (what: string, value: number, unit: string, most: number): Figure => ({
    what,
    value: `${value.toFixed(value < 10 ? 1 : 0)}${unit}`,
    baseline: 'the most it may be',
    baselineValue: `${most}${unit}`,
    ratio: value / most,
  })
  const walk = `${MOVES.toLocaleString('en')} examples looked through`
  return [
    figure(`${walk}: from the key to the next one drawn (median)`, quantile(drawn, 0.5), ' ms', DRAWN_MS),
    figure(`${walk}: the same (p95)`, quantile(drawn, 0.95), ' ms', DRAWN_MS),
    figure(`${walk}: processor time of the page's main thread until then (median)`, quantile(busy, 0.5), ' ms', FRAME_MS),
    figure(`${walk}: the page's JavaScript heap at the end`, heap, ' MB', PAGE_MB),
    figure(`${walk}: the page's whole process at the end`, process, ' MB', PAGE_MB),
    figure('calls to the host a decision, loading ahead among them', calls, '', CALLS),
  ]
}
