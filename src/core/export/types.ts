import type { Example, ExampleEdits, ExampleRow, Funnel, MeasureInfo, TargetId } from '#record'

/** What a target is for, and the files it makes besides `manifest.json`. */
export interface ExportTargetInfo {
  id: TargetId
  title: string
  help: string
  files: string[]
  /** What it writes a row for. */
  unit: 'example' | 'pair'
  /** It renders rows itself and cannot do without a chat template. */
  needsTemplate: boolean
  /** It writes token ids, for which the workspace needs a tokenizer with ids. */
  needsTokenizer: boolean
  /** What the format has a place for. */
  says: { reasoning: boolean; masks: boolean; tools: boolean }
  /** Options and policies that change anything for it. */
  options: string[]
}

/** A finished file of an export; `path` is relative to the export's folder. */
export interface WrittenFile {
  path: string
  /** Hex. */
  sha256: string
  bytes: number
  /** Lines of data, header aside. */
  rows: number
}

/** What the manifest tells that no row knows. */
export interface ManifestFacts {
  winnowVersion: string
  /** With the encoding each token count was made by. */
  measures: readonly MeasureInfo[]
  sources: readonly { id: string; uri: string; revision: string | null; shapes: readonly string[]; examples: number }[]
  /** The recipe in force with the versions of its rules; null before the first. */
  recipe: { name: string; hash: string; text: string; rules: Record<string, number> } | null
  funnel: Funnel | null
  /** The newest ledger entry; null while the ledger is empty. */
  ledgerHead: { seq: number; hash: string } | null
  /** When the standing decision of an example was made, ISO 8601 UTC; null when nobody decided. */
  decidedAt(id: string): string | null
}

/** An open file to write to: what `node:fs` gives, as far as an export needs it. */
export interface OpenFile {
  /** Writes all bytes at the end. */
  writeFile(bytes: Uint8Array): Promise<void>
  /** Returns when the bytes are on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Makes a new file and opens it. */
export type OpenFileForWriting = (path: string) => Promise<OpenFile>

/** One export. */
export interface ExportOptions {
  target: TargetId
  /** Made when it is not there. Foreign files in it stay; an earlier export's own files are replaced. */
  outDir: string
  /** All examples in id order; those not measured stay out and are told. */
  rows(): AsyncIterable<ExampleRow>
  /** Further examples that are not measured and not among the rows; default 0. */
  unmeasured?: number
  /** How many rows there are, for progress. */
  total: number
  /** Loads the body of one example that leaves. */
  example(id: string): Promise<Example>
  /** What people changed of how an example is trained on; default nothing. */
  editsOf?(id: string): ExampleEdits
  facts: ManifestFacts
  now(): Date
  signal?: AbortSignal
  /** @default node:fs, failing when the file is there */
  openFile?: OpenFileForWriting
}

/** What an export made. */
export interface ExportResult {
  target: TargetId
  /** Absolute. */
  out: string
  examples: number
  /** `manifest.json` last. */
  files: { path: string; sha256: string; bytes: number }[]
  warnings: string[]
}

/** What {@link ExportOptions} run tells: progress in rows looked at, then the result. */
export type ExportEvent = { kind: 'progress'; done: number; total: number; file: string } | { kind: 'done'; result: ExportResult }
