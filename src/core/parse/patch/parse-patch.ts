import type { Patch } from '#record'
import { draftFile, type FileDraft, finishFile } from './file-draft.ts'
import { LineReader } from './line-reader.ts'
import { ProblemList } from './problem-list.ts'
import { skipBinary } from './read-binary.ts'
import { readFileHeader } from './read-file-header.ts'
import { type LineBudget, readHunkBody, readHunkHead } from './read-hunk.ts'

/** How much of a patch is kept in memory. */
export interface PatchLimits {
  /** Hunk lines kept over all files; counting goes on behind them. */
  keptLines: number
}

/** Default limits: 200,000 hunk lines, more than a person or a diff view can use. */
export const PATCH_LIMITS: PatchLimits = { keptLines: 200_000 }

/** Lines that begin what is no part of a hunk: a mail's signature, what diff and svn write between files. */
const PROSE = /^(?:-- \r?$|diff -|Index: |Only in |={10,})/

/**
 * Reads a unified diff the way `git apply` does, driven by the counts in the hunk headers. Never throws and takes time linear in the
 * text: what cannot be placed is listed in `problems`. Files, additions and deletions equal `git apply --numstat` where git accepts the text.
 */
export function parsePatch(text: string, limits: PatchLimits = PATCH_LIMITS): Patch {
  return new PatchParser(text, limits).parse()
}

class PatchParser {
  private readonly reader: LineReader
  private readonly budget: LineBudget
  private readonly problems = new ProblemList()
  private readonly drafts: FileDraft[] = []
  /** In a mail's head or signature, or between files, where stray lines are expected. */
  private isProse = true

  constructor(text: string, limits: PatchLimits) {
    this.reader = new LineReader(text)
    this.budget = { left: limits.keptLines, isCut: false }
  }

  parse(): Patch {
    for (let line = this.reader.peek(); line !== null; line = this.reader.peek()) {
      if (!this.readFile() && !this.readHunk(line)) this.skip(line)
    }
    this.problems.endRun()
    if (this.drafts.length === 0 && this.reader.number > 1) this.problems.add(1, 'no file header was found in the text')
    const files = this.drafts.map(finishFile)
    const sum = (key: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[key], 0)
    return { files, additions: sum('additions'), deletions: sum('deletions'), problems: this.problems.entries, isCut: this.budget.isCut }
  }

  private readFile(): boolean {
    const { number: line, offset } = this.reader
    const header = readFileHeader(this.reader)
    if (!header) return false
    this.isProse = false
    if (header.problem) this.problems.add(line, header.problem)
    if (skipBinary(this.reader)) header.draft.binary = true
    header.draft.start = offset
    this.drafts.push(header.draft)
    return true
  }

  private readHunk(line: string): boolean {
    if (!line.startsWith('@@ -')) return false
    const head = readHunkHead(line)
    const at = this.reader.number
    if (!head) return false
    if (this.drafts.length === 0) this.problems.add(at, 'a hunk without a file header')
    this.reader.advance()
    const body = readHunkBody(this.reader, head, this.budget)
    if (body.problem) this.problems.add(at, body.problem)
    const draft = this.drafts.at(-1) ?? draftFile(null, null)
    draft.hasHunks = true
    draft.additions += body.additions
    draft.deletions += body.deletions
    if (body.lines.length > 0 || !this.budget.isCut) draft.hunks.push({ ...head, lines: body.lines })
    return true
  }

  private skip(line: string): void {
    if (PROSE.test(line)) this.isProse = true
    else if (line.startsWith('@@')) this.problems.add(this.reader.number, `unreadable hunk header ${JSON.stringify(line.slice(0, 60))}`)
    else if (!this.isProse && line.trim() !== '') this.problems.addStray(this.reader.number)
    this.reader.advance()
  }
}
