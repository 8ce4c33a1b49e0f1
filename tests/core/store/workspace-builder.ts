import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MeasureInfo } from '#record'
import { openWorkspace, type RecordStore, type Workspace } from '#store'
import { MEASURES } from './workspace-builder-data.ts'

export { aFile, anExample, anIndexedRow, aRow, MEASURES, withBody } from './workspace-builder-data.ts'

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

/** Adds a Hub source at a revision, or moves it there, and returns its id. */
export function addHubSource(workspace: Workspace, revision = 'r1'): string {
  return workspace.record.addSource({ uri: '/data', kind: 'hub', revision }, '2025-01-01T00:00:00.000Z').id
}

/** Adds a source to a workspace and returns its id. */
export function addSource(workspace: Workspace, uri = '/data'): string {
  return workspace.record.addSource({ uri, kind: 'folder', revision: 'r1' }, '2025-01-01T00:00:00.000Z').id
}

/** Ids of a source's examples at another revision than it, sorted. */
export function outdatedIds({ outdatedFiles, outdated }: RecordStore, sourceId: string): string[] {
  return outdatedFiles(sourceId)
    .flatMap((path) => outdated(sourceId, path).map(({ id }) => id))
    .sort()
}
