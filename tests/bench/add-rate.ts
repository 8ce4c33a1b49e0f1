import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { openSource } from '#source'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { type Figure, timed } from './figure.ts'

/** Rows a second from file to measured and stored, beside a bare loop that only reads the same files into objects. */
export async function addRate(folder: string): Promise<Figure> {
  const bench = await openWorkbench()
  const ours = await timed(async () => lastEvent(await bench.client.source.add({ source: folder })))
  const { counts } = await bench.client.workspace.info()
  await bench.remove()
  const bare = await timed(() => readBare(folder))
  return {
    what: `${counts.measured} rows from file to parsed, measured, stored and judged`,
    value: `${(counts.measured / (ours / 1000)).toFixed(0)} rows/s`,
    baseline: 'a bare loop that reads the same parquet files into objects and writes them as JSON text',
    baselineValue: `${(counts.measured / (bare / 1000)).toFixed(0)} rows/s`,
    ratio: ours / bare,
  }
}

async function readBare(folder: string): Promise<void> {
  const { files, uri } = await openSource(folder, { sourceId: 'bare' })
  for (const { path } of files) {
    const { buffer, byteOffset, byteLength } = await readFile(join(uri, path))
    const rows = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, compressors })
    for (const row of rows) JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
  }
}
