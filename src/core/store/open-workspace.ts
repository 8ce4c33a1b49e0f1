import { openAnalysisStore } from './analysis/analysis-store.ts'
import { closeDatabase, openDatabase } from './database/open-database.ts'
import { recordStore } from './database/record-store.ts'
import { stateOf } from './database/state.ts'
import { mirror } from './mirror.ts'
import { openFolder, plainFile } from './open-folder.ts'
import { Pending } from './pending.ts'
import type { OpenWorkspaceOptions, Workspace } from './types.ts'
import { takeLock } from './workspace-lock.ts'

/** The system of record. */
export const RECORD_FILE = 'workspace.sqlite'

/** What can be rebuilt from it. */
const ANALYSIS_FILE = 'analysis.duckdb'

/**
 * Opens a workspace folder, making what is not there and migrating what is older, and holds it for this process.
 *
 * @throws FaultError `workspace-busy` naming who has it open, `workspace-newer`, `workspace-damaged`, `read-only`, `disk-full`, `unreadable`,
 * or `bad-input` for a path that cannot be a folder
 */
export async function openWorkspace(dir: string, options: OpenWorkspaceOptions): Promise<Workspace> {
  const path = openFolder(dir)
  const release = takeLock(path)
  try {
    return await openLocked(path, options, release)
  } catch (error) {
    release()
    throw error
  }
}

async function openLocked(path: string, { measures }: OpenWorkspaceOptions, release: () => void): Promise<Workspace> {
  const recordPath = plainFile(path, RECORD_FILE)
  const analysisPath = plainFile(path, ANALYSIS_FILE)
  const db = openDatabase(recordPath)
  try {
    const pending = new Pending()
    const record = recordStore(db, recordPath, pending)
    const analysis = await openAnalysisStore(analysisPath, typeof measures === 'function' ? measures(record) : measures)
    if ((await analysis.takeState()) === stateOf(db)) pending.compared([])
    let closing: Promise<void> | undefined
    const close = async () => {
      try {
        await analysis.close(() => (pending.isEmpty ? stateOf(db) : null))
      } finally {
        closeDatabase(db)
        release()
      }
    }
    return { path, record, analysis: mirror(analysis, pending), close: () => (closing ??= close()) }
  } catch (error) {
    closeDatabase(db)
    throw error
  }
}
