import { rm } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { type Figure, quantile, timed } from './figure.ts'
import { oneGroupFile } from './one-group-file.ts'

const PAGE = { selection: {}, sort: null, offset: 0, limit: 100 }

/** Milliseconds a screen waits for a page of rows while an add runs (`rows` says of what), beside the same page when nothing else runs. */
export async function engineStall(folder: string, rows = 'they'): Promise<Figure> {
  const bench = await openWorkbench()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const busy: number[] = []
  let isAdding = true
  delay.enable()
  const added = lastEvent(await bench.client.source.add({ source: folder })).finally(() => {
    isAdding = false
  })
  while (isAdding) busy.push(await timed(() => bench.client.example.page(PAGE)))
  await added
  delay.disable()
  const idle: number[] = []
  for (let n = 0; n < 100; n++) idle.push(await timed(() => bench.client.example.page(PAGE)))
  await bench.remove()
  const [worst, calm] = [quantile(busy, 0.95), quantile(idle, 0.95)]
  return {
    what: `a page of rows while ${rows} are being added (p95 of ${busy.length}; the engine's longest pause was ${(delay.max / 1e6).toFixed(0)} ms)`,
    value: `${worst.toFixed(0)} ms`,
    baseline: 'the same page when nothing else runs (p95 of 100)',
    baselineValue: `${calm.toFixed(0)} ms`,
    ratio: worst / calm,
  }
}

/** The same while a row group of about 73 MB is decoded, which a decoder does in one go. */
export async function bigGroupStall(): Promise<Figure> {
  const folder = await oneGroupFile(880)
  try {
    return await engineStall(folder, '880 rows of one row group of 73 MB')
  } finally {
    await rm(folder, { recursive: true })
  }
}
