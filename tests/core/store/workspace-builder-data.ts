import type { ExampleIndex, Json, MeasureInfo, MeasureValues } from '#record'
import type { IndexedRow, ListedFile, StoredRow } from '#store'

const info = (id: string, type: MeasureInfo['type']): MeasureInfo => ({ id, version: 1, label: id, unit: '', type, group: 'run', help: '' })

/** One measure of each type, and one whose name is also a column. */
export const MEASURES = [info('tokens', 'integer'), info('ratio', 'real'), info('tool', 'text'), info('has_patch', 'boolean')]

/** The index of an example; only what a test cares about is said. */
export function anIndex(said: Partial<ExampleIndex> = {}): ExampleIndex {
  return {
    id: 'e1',
    sourceId: 's1',
    file: 'a.jsonl',
    row: 0,
    shape: 'R3',
    contentHash: 'c1',
    instanceId: null,
    trajectoryId: null,
    repo: null,
    license: null,
    language: null,
    harness: null,
    model: null,
    teacherModel: null,
    resolved: -1,
    category: null,
    hfDataset: null,
    ...said,
  }
}

/** A measured example for the analysis. */
export function anExample(said: Partial<ExampleIndex> = {}, values: MeasureValues = {}): { index: ExampleIndex; values: MeasureValues } {
  return { index: anIndex(said), values: { tokens: 1, ratio: 0.5, tool: null, has_patch: true, ...values } }
}

/** A row as `putRows` takes it. */
export function aRow(said: Partial<ExampleIndex> & { value?: Json } = {}): Omit<StoredRow, 'values'> {
  const { value = { hello: 'world' }, ...index } = said
  const whole = anIndex(index)
  const ref = { sourceId: whole.sourceId, uri: '/data', revision: 'r1', file: whole.file, row: whole.row }
  return { raw: { ref, hints: { config: 'openhands', split: null } }, body: JSON.stringify(value), index: whole }
}

/** A row as `putIndexed` takes it. */
export function anIndexedRow(said: Partial<ExampleIndex> & { revision?: string } = {}): IndexedRow {
  const { revision = 'r1', ...index } = said
  const whole = anIndex({ contentHash: '', ...index })
  const ref = { sourceId: whole.sourceId, uri: '/data', revision, file: whole.file, row: whole.row }
  return { ref, hints: { config: 'openhands', split: null }, index: whole }
}

/** The same row read whole. */
export function withBody(row: IndexedRow, said: { value?: Json; contentHash?: string } = {}): Omit<StoredRow, 'values'> {
  const { value = row.index.id, contentHash = `hash of ${JSON.stringify(value)}` } = said
  return { raw: { ref: row.ref, hints: row.hints }, body: JSON.stringify(value), index: { ...row.index, contentHash } }
}

/** A file as a listing has it. */
export function aFile(path: string, etag: string | null = 'etag'): ListedFile {
  return { path, bytes: 1000, etag, config: 'v1.0', split: null }
}
