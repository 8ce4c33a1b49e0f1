import type { RawRow, Rejection } from '#record'
import type { Origin } from './origin.ts'

/** A file of a source with what its place says about its rows. */
export interface SourceFile {
  /** Relative to the source, forward slashes. */
  path: string
  bytes: number
  config: string | null
  split: string | null
}

/** What to open and which part of it. */
export interface OpenOptions {
  /** Id the workspace gave the source; goes into every SourceRef. */
  sourceId: string
  config?: string
  split?: string
  signal?: AbortSignal
}

/** Rows of one file, one at a time; long files never sit in memory. */
export interface ReadOptions {
  /** First row wanted, from 0: how an interrupted `add` goes on. */
  fromRow?: number
  signal?: AbortSignal
  /** Told before a part that is decoded in one go. */
  onPart?: (part: FilePart) => void
}

/** Rows that a decoder takes as a whole: of a parquet row group, from `start` up to `end` (exclusive). */
export interface FilePart {
  /** From 0. */
  group: number
  start: number
  end: number
  /** Of the whole group, unpacked. */
  bytes: number
}

/** A row as JSON text: what crosses between threads, and what a workspace stores. */
export interface TextRow extends Omit<RawRow, 'value'> {
  /** JSON text of the row's value. */
  body: string
}

/** Rows and rejections in the order of their file: at most 64, or about 4 MB of text. */
export interface TextBatch {
  items: (TextRow | Rejection)[]
  /** Nothing more of this file comes. */
  isLast: boolean
}

/** A file to read in a thread, as plain data. */
export interface ReadJob {
  /** Absolute. */
  path: string
  origin: Origin
  /** First row wanted, from 0. */
  fromRow: number
}

/** Reads files in a thread of its own, so that decoding never holds up the caller. */
export interface RowReader {
  /**
   * The file's rows as batches, read a little ahead; the last one may be empty. What stops the file short, the thread's memory too, ends in a Rejection with row -1.
   * @throws Fault `internal` when the thread cannot start; the signal's reason once it is aborted, at once whatever is being decoded.
   */
  read(job: ReadJob, signal?: AbortSignal): AsyncGenerator<TextBatch>
  /** Ends the thread. */
  close(): Promise<void>
}

/** A source that has been found and listed, and not read yet. */
export interface OpenedSource {
  kind: 'folder' | 'file' | 'glob' | 'hub'
  /** What the user named, made absolute. */
  uri: string
  /** Pinned commit, or `local-` and 16 hex digits over path, size and edges of the files. */
  revision: string | null
  files: SourceFile[]
  /** Files that are there and cannot be read by Winnow, said once at open. */
  rejections: Rejection[]
  /** Reads one file. A bad row is yielded as a Rejection and reading goes on; a broken file ends in one with row -1 unless rows were read. */
  rows(file: SourceFile, options?: ReadOptions): AsyncGenerator<RawRow | Rejection>
  /** The same reading as an order to a {@link RowReader}. */
  job(file: SourceFile, fromRow: number): ReadJob
}
