import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MEASURE_INFO } from '#measure'
import { contentHashOf, indexOf, parseRow } from '#parse'
import type { JsonObject } from '#record'
import { openWorkspace } from '#store'
import { madeRow } from './made-rows.ts'

const ROWS_PER_FILE = 100

/** Turns of a run of about 200 kB. */
const TURNS = 205

/**
 * A workspace below a new folder with so many generated rows, each stored whole, and measured by two measures: what an export reads, without the quarter of an
 * hour that measuring them takes.
 */
export async function exportWorkspace(rows: number): Promise<{ folder: string; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-export-bench-'))
  const workspace = await openWorkspace(join(folder, 'workspace'), { measures: MEASURE_INFO })
  await workspace.analysis.reconcile([])
  const { id: sourceId } = workspace.record.addSource({ uri: '/made', kind: 'local', revision: 'r1' }, '2025-01-01T00:00:00.000Z')
  let bytes = 0
  for (let from = 0; from < rows; from += ROWS_PER_FILE) {
    const file = `made-${from}.jsonl`
    const made = Array.from({ length: Math.min(ROWS_PER_FILE, rows - from) }, (_, at) => storedRow(sourceId, file, at, from + at))
    bytes += made.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
    workspace.record.putRows(sourceId, { path: file, nextRow: made.length, isDone: true, isIndexed: true }, made, [])
    await workspace.analysis.putExamples(made.map(({ index }) => ({ index, values: { model_tokens: 50_000, full_tokens: 50_000 } })))
  }
  await workspace.close()
  return { folder, bytes }
}

function storedRow(sourceId: string, file: string, row: number, number: number) {
  const value: JsonObject = madeRow(number, TURNS)
  const raw = { ref: { sourceId, uri: '/made', revision: 'r1', file, row }, hints: { config: 'openhands', split: null } }
  const parsed = parseRow({ ...raw, value, contentHash: contentHashOf(value) })
  if (parsed.kind === 'rejection') throw new Error(parsed.rejection.reason)
  return { raw, body: JSON.stringify(value), index: indexOf(parsed.example) }
}
