import type { RawRow, Rejection } from '#record'

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
}
