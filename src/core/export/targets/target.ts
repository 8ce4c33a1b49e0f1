import type { ExampleRow } from '#record'
import type { EditedExample } from '#review'
import type { ExportTargetInfo, OpenFileForWriting, WrittenFile } from '../types.ts'

/** What a target writes with. */
interface TargetContext {
  /** Where a file of the target is written until the export is whole. */
  pathOf(name: string): string
  /** An example that leaves, as people's edits leave it. */
  example(row: ExampleRow): Promise<EditedExample>
  openFile: OpenFileForWriting
}

/** Takes every measured row in turn; the target decides what of it goes where. */
export interface TargetWriter {
  add(row: ExampleRow): Promise<void>
  finish(): Promise<WrittenFile[]>
  /** Closes what is open, finished or not; again is no error. */
  close(): Promise<void>
}

/** A trainer's format. A new one is a file here and a line in `targets.ts`. */
export interface ExportTarget {
  info: ExportTargetInfo
  open(context: TargetContext): Promise<TargetWriter>
}
