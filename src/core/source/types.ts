import type { RawRow, Rejection } from '#record'
import type { Bytes } from './bytes.ts'
import type { Origin } from './origin.ts'

/** A file of a source with what its place says about its rows. */
export interface SourceFile {
  /** Relative to the source, forward slashes. */
  path: string
  bytes: number
  config: string | null
  split: string | null
  /** What tells one content of the file from another, as the Hub's listing has it (the LFS sha256, else the git blob); null for local files. */
  etag: string | null
}

/** The column of a file by the name it is read as: `{ messages: 'conversation' }`. */
export type ColumnMap = Readonly<Record<string, string>>

/** What to open and which part of it. */
export interface OpenOptions {
  /** Id the workspace gave the source; goes into every SourceRef. */
  sourceId: string
  config?: string
  split?: string
  map?: ColumnMap | null
  signal?: AbortSignal
}

/** Rows `start` up to `end` (exclusive) of a file, from 0. */
export interface RowSpan {
  start: number
  end: number
}

/** Which rows of a file: all from one on, which is how an interrupted `add` goes on, or those of ascending spans that do not meet. */
export type RowsWanted = { fromRow: number } | { spans: readonly RowSpan[] }

/** Rows of one file, one at a time; long files never sit in memory. */
export interface ReadOptions {
  /** Default: all. */
  wanted?: RowsWanted
  /** `small` reads only the columns an index is made of, where the format allows it (parquet): no trajectory, no patch. Default `all`. */
  columns?: 'all' | 'small'
  map?: ColumnMap | null
  signal?: AbortSignal
  /** Told before a part that is decoded in one go. */
  onPart?: (part: FilePart) => void
}

/** Rows that a decoder takes as a whole: of a parquet row group, from `start` up to `end` (exclusive). */
export interface FilePart extends RowSpan {
  /** From 0. */
  group: number
  /** Of the whole group, unpacked. */
  bytes: number
}

/** A row as JSON text: what crosses between threads, and what a workspace stores. */
export interface TextRow extends Omit<RawRow, 'value'> {
  /** JSON text of the row's value. */
  body: string
}

/** Rows and rejections in the order of their file: at most 64 (1,000 of small columns), or about 4 MB of text. */
export interface TextBatch {
  items: (TextRow | Rejection)[]
  /** Nothing more of this file comes. */
  isLast: boolean
}

/** A file to read in a thread. */
export interface ReadJob {
  /** Absolute path on this machine; or bytes from elsewhere, served to the thread slice by slice while it reads. */
  from: string | Bytes
  origin: Origin
  wanted: RowsWanted
  columns: 'all' | 'small'
  map: ColumnMap | null
}

/** Reads files in a thread of its own, so that decoding never holds up the caller. */
export interface RowReader {
  /**
   * The file's rows as batches, read a little ahead; the last one may be empty. What stops the file short, the thread's memory too, ends in a Rejection with row -1.
   * @throws Fault `internal` when the thread cannot start; what {@link Bytes} given by the caller threw, unchanged, when it is a Fault; the
   * signal's reason once it is aborted, at once whatever is being decoded.
   */
  read(job: ReadJob, signal?: AbortSignal): AsyncGenerator<TextBatch>
  /** Ends the thread. */
  close(): Promise<void>
}

/** One row group of a parquet file: what a sample is drawn from. */
export interface RowGroupPlace extends RowSpan {
  /** From 0. */
  group: number
  /** True when every column has an offset index, so that single rows can be fetched by their pages. */
  hasPages: boolean
  /** Compressed size of the whole group. */
  bytes: number
}

/** A source that has been found and listed, and not read yet. */
export interface OpenedSource {
  kind: 'folder' | 'file' | 'glob' | 'hub'
  /** What the user named, made absolute; `hf://datasets/OWNER/NAME[@REV][/PATH]` for the Hub, the revision left out when it is the default branch. */
  uri: string
  /** Pinned commit, or `local-` and 16 hex digits over path, size and edges of the files. */
  revision: string | null
  files: SourceFile[]
  /** Files that are there and cannot be read by Winnow, said once at open. */
  rejections: Rejection[]
  /** What opening did on its own, in sentences: how config and split were mapped to paths, that a repository has another name now. */
  notes: string[]
  /** Reads one file in this thread. A bad row is yielded as a Rejection and reading goes on; a broken file ends in one with row -1 unless rows were read. */
  rows(file: SourceFile, options?: ReadOptions): AsyncGenerator<RawRow | Rejection>
  /** The same reading as an order to a {@link RowReader}. */
  job(file: SourceFile, wanted: RowsWanted, columns?: 'all' | 'small'): ReadJob
  /**
   * Brings the bytes a job will ask for into the cache, so that several files can be on their way while one is decoded. Does nothing for
   * local files. Fetched bytes stay after an abort. @throws Fault `offline`, `forbidden`, `not-found`, `conflict` (etag), `disk-full`.
   */
  prepare(job: ReadJob, signal?: AbortSignal): Promise<void>
  /** The row groups of a file; null when only reading it tells (JSON Lines, JSON). @throws as {@link prepare}, and `unreadable`. */
  groups(file: SourceFile, signal?: AbortSignal): Promise<RowGroupPlace[] | null>
  /** Lets go of the cached bytes of a file whose rows are all stored; its footer stays. */
  release(file: SourceFile): Promise<void>
}
