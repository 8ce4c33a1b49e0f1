import type { ExampleRow, ExportPlan, Funnel, MeasureInfo, Split, TargetId } from '#record'
import type { PeopleFacts } from './card/people-facts.ts'
import type { Override } from './manifest.ts'
import type { PackRows } from './parquet/pack-rows.ts'
import type { Chosen } from './plan/chosen.ts'
import type { MadeRow } from './threads/make-row.ts'

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

/** Where rows came from. */
export interface SourceFacts {
  id: string
  uri: string
  revision: string | null
  shapes: readonly string[]
  examples: number
  /** The dataset's own licence, as its card says; null where nobody knows. */
  license: string | null
}

/** What the manifest tells that no row knows. */
export interface ManifestFacts {
  winnowVersion: string
  /** With the encoding each token count was made by. */
  measures: readonly MeasureInfo[]
  sources: readonly SourceFacts[]
  /** The recipe in force with the versions of its rules; null before the first. */
  recipe: { name: string; hash: string; text: string; rules: Record<string, number> } | null
  funnel: Funnel | null
  /** The newest ledger entry; null while the ledger is empty. `entries` is how many there are. */
  ledgerHead: { seq: number; hash: string; time: string; entries: number } | null
  /** The ledger up to its head, oldest entry first, each as the text that is stored. */
  ledgerLines(): Iterable<string>
  people: PeopleFacts
  /** Every decision against the verdict, in the order of ids. */
  overrides(): Iterable<Override> | AsyncIterable<Override>
  /** The chat template of the plan; null where it names none. */
  template: { id: string; sha256: string; name: string } | null
  /** What the workspace counts and encodes tokens by, as stored with every count. */
  tokenizer: string
  /** The ledger entry that decided an example, and when (ISO 8601 UTC); null when nobody decided. */
  decisionOf(id: string): { seq: number; time: string | null } | null
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

/** A row that is to be made: an example, or a pair with the chosen one first, with their lines of the table. */
export interface WantedUnit {
  rows: readonly [ExampleRow] | readonly [chosen: ExampleRow, rejected: ExampleRow]
  split: Split | null
}

/** A unit and what became of it. */
export interface MadeUnit {
  unit: WantedUnit
  made: MadeRow
}

/** Makes the rows of units, as many at a time as it likes, and gives them in the order of the units. */
export type MakeRows = (units: AsyncIterable<WantedUnit>) => AsyncIterable<MadeUnit>

/** One export. */
export interface ExportOptions {
  plan: ExportPlan
  chosen: Chosen
  /** Made when it is not there. Foreign files in it stay; an earlier export's own files are replaced. */
  outDir: string
  /** All examples in id order; those not measured stay out and are told. */
  rows(): AsyncIterable<ExampleRow>
  /** Further examples that are not measured and not among the rows; default 0. */
  unmeasured?: number
  makeRows: MakeRows
  /** @default on this thread */
  packRows?: PackRows
  facts: ManifestFacts
  signal?: AbortSignal
  /** @default node:fs, failing when the file is there */
  openFile?: OpenFileForWriting
}

/** What an export made. */
export interface ExportResult {
  target: TargetId
  /** Absolute. */
  out: string
  /** Rows written. */
  examples: number
  /** `manifest.json` last. */
  files: { path: string; sha256: string; bytes: number }[]
  warnings: string[]
}

/** What {@link ExportOptions} run tells: progress in rows made, then the result. */
export type ExportEvent = { kind: 'progress'; done: number; total: number; file: string } | { kind: 'done'; result: ExportResult }
