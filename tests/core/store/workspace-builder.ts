import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExampleIndex, Json, MeasureInfo, MeasureValues } from '#record'
import { openWorkspace, type StoredRow, type Workspace } from '#store'

const info = (id: string, type: MeasureInfo['type']): MeasureInfo => ({ id, version: 1, label: id, unit: '', type, help: '' })

/** One measure of each type, and one whose name is also a column. */
export const MEASURES = [info('tokens', 'integer'), info('ratio', 'real'), info('tool', 'text'), info('has_patch', 'boolean')]

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-store-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A workspace that is closed after the test. */
export async function workspaceAt(folder: string, measures: readonly MeasureInfo[] = MEASURES): Promise<Workspace> {
  const workspace = await openWorkspace(folder, { measures })
  onTestFinished(() => workspace.close())
  return workspace
}

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
  return { raw: { ref, hints: { config: 'openhands', split: null }, value }, body: JSON.stringify(value), index: whole }
}

/** Adds a source to a workspace and returns its id. */
export function addSource(workspace: Workspace, uri = '/data'): string {
  return workspace.record.addSource({ uri, kind: 'folder', revision: 'r1' }, '2025-01-01T00:00:00.000Z').id
}
