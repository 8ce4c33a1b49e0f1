/** Where a row came from: enough to fetch the same bytes again. */
export interface SourceRef {
  /** Id of the source inside the workspace (`s1`, `s2`, ...). */
  sourceId: string
  /** What the user named: a path, a glob or `hf://datasets/...`. */
  uri: string
  /** The pinned commit of a Hub source, or a fingerprint of local files; null when neither is known. */
  revision: string | null
  /** Path of the file inside the source, with forward slashes. */
  file: string
  /** Row inside the file, from 0. A line number minus one for JSONL. */
  row: number
}

/** What the place of a file says about its rows: config and split of the layout, or null. */
export interface RowHints {
  config: string | null
  split: string | null
}
