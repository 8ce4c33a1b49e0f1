import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { removeFolder, startWinnow } from '../support/winnow-server.ts'
import type { Figure } from './figure.ts'
import { measuredRows } from './measured-rows.ts'
import { readTrace, type Smoothness, TRACED } from './read-trace.ts'

const ROWS = 600_000
/** A frame later than this is felt as a hitch; the project's own bound. */
const BOUND = 50

const FIRST_ROW = '[role="grid"] [role="row"][aria-rowindex="2"]'

/** A way to scroll, as a person does it; gives what is traced in between its two marks. */
interface Gesture {
  what: string
  scroll(page: Page, devtools: CDPSession): Promise<unknown>
}

const GESTURES: Gesture[] = [
  { what: 'the wheel, 30,000 px at 6,000 a second', scroll: (_, devtools) => turnWheel(devtools) },
  { what: 'the scrollbar dragged from top to bottom and back', scroll: (page) => dragScrollbar(page) },
  { what: 'ArrowDown held for 120 rows', scroll: (page) => holdKey(page, 'ArrowDown', 120) },
  { what: 'PageDown held for 60 pages', scroll: (page) => holdKey(page, 'PageDown', 60) },
]

/** Longest waits between frames in Chromium's own trace while a table of 600,000 measured rows is scrolled, beside the 50 ms they may take. */
export async function scrollTable(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-scroll-'))
  await cp(await measuredRows(ROWS), join(folder, 'workspace'), { recursive: true })
  const winnow = await startWinnow(folder)
  // Chromium hides the scrollbars of a page nobody looks at.
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, ignoreDefaultArgs: ['--hide-scrollbars'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${winnow.url}#/browse`)
    await page.locator(FIRST_ROW).waitFor()
    await page.getByRole('heading', { name: 'Label', exact: true }).waitFor()
    const found: { what: string; smoothness: Smoothness }[] = []
    for (const gesture of GESTURES) found.push({ what: gesture.what, smoothness: await traced(browser, page, gesture) })
    return found.flatMap(({ what, smoothness }) => figuresOf(what, smoothness))
  } finally {
    await browser.close()
    await winnow.stop()
    await removeFolder(folder)
  }
}

function figuresOf(what: string, { longestGap, costliestTask, frames }: Smoothness): Figure[] {
  const about = `${ROWS.toLocaleString('en')} rows scrolled by ${what}`
  const bound = { baseline: 'the most it may be', baselineValue: `${BOUND} ms` }
  return [
    {
      what: `${about}: longest wait for a frame (of ${frames})`,
      value: `${longestGap.toFixed(0)} ms`,
      ...bound,
      ratio: longestGap / BOUND,
    },
    {
      what: `${about}: costliest task, in processor time`,
      value: `${costliestTask.toFixed(0)} ms`,
      ...bound,
      ratio: costliestTask / BOUND,
    },
  ]
}

/** Scrolls once untraced, so that code is compiled and rows are there as they are after a moment of use; then from the top again. */
async function traced(browser: Browser, page: Page, { scroll }: Gesture): Promise<Smoothness> {
  const devtools = await page.context().newCDPSession(page)
  await toTop(page)
  await scroll(page, devtools)
  await toTop(page)
  await keepDrawing(page)
  await browser.startTracing(page, { categories: TRACED })
  await page.evaluate(() => performance.mark('scroll-begins'))
  await scroll(page, devtools)
  await page.evaluate(() => performance.mark('scroll-ends'))
  const trace = await browser.stopTracing()
  return readTrace(trace.toString('utf8'))
}

async function toTop(page: Page): Promise<void> {
  await page.locator('[role="grid"]').focus()
  await page.keyboard.press('Control+Home')
  await page.locator(FIRST_ROW).waitFor()
  await page.waitForTimeout(500)
}

/** A spot that changes with every frame the page's main thread makes: without it a trace cannot tell a late frame from one nobody needed. */
async function keepDrawing(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.getElementById('beat')) return
    const spot = document.createElement('i')
    spot.id = 'beat'
    spot.style.cssText = 'position:fixed;top:0;left:0;width:2px;height:2px;z-index:99;background:red'
    document.body.append(spot)
    let on = false
    const beat = () => {
      on = !on
      spot.style.opacity = on ? '1' : '0.5'
      requestAnimationFrame(beat)
    }
    requestAnimationFrame(beat)
  })
}

/** The browser turns the wheel itself, a notch a frame: a driver outside it would be late. */
async function turnWheel(devtools: CDPSession): Promise<void> {
  const place = { x: 800, y: 500, gestureSourceType: 'mouse' as const, speed: 6000 }
  await devtools.send('Input.synthesizeScrollGesture', { ...place, yDistance: -30_000 })
}

/** Down the whole table and up again, each move of the mouse thousands of rows. */
async function dragScrollbar(page: Page): Promise<void> {
  const box = await page.locator('[role="grid"]').boundingBox()
  if (!box) throw new Error('the table is not on the screen')
  const x = box.x + box.width - 5
  const head = box.y + 20
  await page.mouse.move(x, head)
  await page.mouse.down()
  await page.mouse.move(x, box.y + box.height - 20, { steps: 40 })
  await page.mouse.move(x, head, { steps: 40 })
  await page.mouse.up()
}

/** As a held key repeats. */
async function holdKey(page: Page, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press++) {
    await page.keyboard.down(key)
    await page.waitForTimeout(30)
  }
  await page.keyboard.up(key)
}
