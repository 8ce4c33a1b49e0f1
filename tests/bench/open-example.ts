import { join } from 'node:path'
import { MEASURE_INFO } from '#measure'
import { openWorkspace } from '#store'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { type Figure, quantile, timed } from './figure.ts'

/** Milliseconds to open each example once, beside reading and parsing its stored JSON alone. */
export async function openExample(folder: string): Promise<Figure[]> {
  const bench = await openWorkbench()
  await lastEvent(await bench.client.source.add({ source: folder }))
  const { rows } = await bench.client.example.page({ selection: {}, sort: null, offset: 0, limit: 1000 })
  const ours: number[] = []
  for (const { id } of rows)
    ours.push(await timed(() => Promise.all([bench.client.example.get({ id }), bench.client.example.patch({ id, which: 'model' })])))
  await bench.close()
  const workspace = await openWorkspace(join(bench.folder, 'workspace'), { measures: MEASURE_INFO })
  const bare: number[] = []
  for (const { id } of rows) bare.push(await timed(async () => JSON.parse(workspace.record.body(id)?.body ?? 'null')))
  await workspace.close()
  await bench.remove()
  return [0.5, 0.95].map((q) => ({
    what: `open an example (p${q * 100} of ${rows.length})`,
    value: `${quantile(ours, q).toFixed(1)} ms`,
    baseline: 'its stored row read, unzipped and JSON-parsed, nothing more',
    baselineValue: `${quantile(bare, q).toFixed(1)} ms`,
    ratio: quantile(ours, q) / quantile(bare, q),
  }))
}
