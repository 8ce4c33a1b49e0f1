/** One line of a hunk; `noNewline` is git's "No newline at end of file" mark after it. */
export interface PatchLine {
  kind: 'context' | 'add' | 'delete'
  /** Without the leading mark and without the line feed; a CR before the line feed stays. */
  text: string
  noNewline: boolean
}

/** A hunk; starts are 1-based as in the header. */
export interface Hunk {
  oldStart: number
  oldLines: number
  newStart: number
  newLines: number
  /** Text behind the second `@@`. */
  section: string
  lines: PatchLine[]
}

/** What a file patch does. */
export type PatchStatus = 'added' | 'deleted' | 'modified' | 'renamed' | 'copied' | 'mode'

/** One file of a patch. Paths are unquoted and without `a/`, `b/`; null stands for /dev/null. */
export interface PatchFile {
  /** UTF-16 offset in the patch of the line its header begins with. */
  start: number
  oldPath: string | null
  newPath: string | null
  status: PatchStatus
  oldMode: string | null
  newMode: string | null
  binary: boolean
  /** As `git apply --numstat` counts; 0 for binary files. */
  additions: number
  deletions: number
  hunks: Hunk[]
}

/** A parsed diff. Parsing never throws: what it could not place is listed. */
export interface Patch {
  files: PatchFile[]
  additions: number
  deletions: number
  /** "line 12: hunk header counts 3 lines, 2 follow". At most 100 are kept. */
  problems: string[]
  /** True when work stopped at the line cap; counts still cover the whole text. */
  isCut: boolean
}
