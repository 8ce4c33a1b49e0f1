import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { runWinnow } from '../support/run-winnow.ts'
import { removeFolder, startWinnow } from '../support/winnow-server.ts'
import { type Figure, quantile, timed } from './figure.ts'

const RUNS = 5
const BARE = '<!doctype html><table role="grid"><tr role="row" aria-rowindex="2"><td>one</td></tr></table>'
/** A line of the table that holds an example; the heading is line 1. */
const FIRST_ROW = '[role="grid"] [role="row"][aria-rowindex="2"]'

/** Milliseconds from `winnow serve` to the first row on the screen, beside a server of nothing with a page of one row. */
export async function startToTable(source: string): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-bench-'))
  await runWinnow(folder, 'add', source)
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined })
  const ours: number[] = []
  const bare: number[] = []
  try {
    for (let run = 0; run < RUNS; run++) {
      ours.push(await startOurs(browser, folder))
      bare.push(await startBare(browser))
    }
  } finally {
    await browser.close()
    await removeFolder(folder)
  }
  const [value, baseline] = [quantile(ours, 0.5), quantile(bare, 0.5)]
  return {
    what: `from the command to the first row on the screen, workspace filled (median of ${RUNS})`,
    value: `${value.toFixed(0)} ms`,
    baseline: 'a bare HTTP server in a process that is already up, and a page of one row',
    baselineValue: `${baseline.toFixed(0)} ms`,
    ratio: value / baseline,
  }
}

async function startOurs(browser: Browser, folder: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  let stop = async (): Promise<unknown> => undefined
  try {
    return await timed(async () => {
      const winnow = await startWinnow(folder)
      stop = () => winnow.stop()
      await page.goto(`${winnow.url}#/browse`)
      await page.locator(FIRST_ROW).waitFor()
    })
  } finally {
    await context.close()
    await stop()
  }
}

async function startBare(browser: Browser): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const server = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(BARE))
  const took = await timed(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await page.locator(FIRST_ROW).waitFor()
  })
  await context.close()
  server.close()
  return took
}
