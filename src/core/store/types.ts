import type { MeasureInfo } from '#record'
import type { AnalysisStore } from './analysis-types.ts'
import type { RecordStore } from './record-types.ts'

export type * from './analysis-types.ts'
export type * from './record-types.ts'

/** A workspace folder, open and locked for this process. */
export interface Workspace {
  /** Absolute path of the folder. */
  path: string
  record: RecordStore
  analysis: AnalysisStore
  /** Writes everything out and lets go of the folder; safe to call again. */
  close(): Promise<void>
}

/** How to open one. */
export interface OpenWorkspaceOptions {
  /**
   * Columns of the analysis table, or how to tell them from what the workspace remembers. Where one changed since the last opening, its values
   * alone go and come again.
   */
  measures: readonly MeasureInfo[] | ((record: Pick<RecordStore, 'setting'>) => readonly MeasureInfo[])
}
