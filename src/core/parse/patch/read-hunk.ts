import type { PatchLine } from '#record'
import type { LineReader } from './line-reader.ts'

/** How many more hunk lines may be kept; `isCut` once one was not. */
export interface LineBudget {
  left: number
  isCut: boolean
}

/** The numbers of a `@@` line. */
export interface HunkHead {
  oldStart: number
  oldLines: number
  newStart: number
  newLines: number
  section: string
}

/** A hunk's lines (those the budget let through), its exact counts, and what was wrong with it. */
export interface HunkBody {
  lines: PatchLine[]
  additions: number
  deletions: number
  problem: string | null
}

const HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/** Reads a `@@ -a,b +c,d @@ section` line; null when it is not one. */
export function readHunkHead(line: string): HunkHead | null {
  const match = HEAD.exec(line)
  if (!match) return null
  const [all, oldStart, oldLines, newStart, newLines] = match
  const section = line.slice(all.length).trim()
  return { oldStart: count(oldStart), oldLines: count(oldLines), newStart: count(newStart), newLines: count(newLines), section }
}

/** A missing count is 1; a count too large for a number is the largest one. */
function count(digits: string | undefined): number {
  return digits === undefined ? 1 : Math.min(Number(digits), Number.MAX_SAFE_INTEGER)
}

const KINDS: Record<string, PatchLine['kind']> = { ' ': 'context', '': 'context', '\r': 'context', '+': 'add', '-': 'delete' }

/**
 * Reads as many lines as the header counts, whatever they look like: a deleted line `-- x` is written `--- x` and is no header.
 * The reader stands behind the hunk afterwards.
 */
export function readHunkBody(reader: LineReader, head: HunkHead, budget: LineBudget): HunkBody {
  const body: HunkBody = { lines: [], additions: 0, deletions: 0, problem: null }
  let { oldLines, newLines } = head
  for (let line = reader.peek(); oldLines > 0 || newLines > 0; reader.advance(), line = reader.peek()) {
    const kind = line === null ? undefined : KINDS[line.slice(0, 1)]
    if (line?.startsWith('\\')) {
      markNoNewline(body)
      continue
    }
    if (line === null || kind === undefined || (kind !== 'add' && oldLines === 0) || (kind !== 'delete' && newLines === 0)) break
    if (kind !== 'add') oldLines -= 1
    if (kind !== 'delete') newLines -= 1
    place(body, kind, line, budget)
  }
  if (oldLines > 0 || newLines > 0) body.problem = shortfall(head, oldLines, newLines)
  if (reader.peek()?.startsWith('\\ ')) {
    markNoNewline(body)
    reader.advance()
  }
  return body
}

function place(body: HunkBody, kind: PatchLine['kind'], line: string, budget: LineBudget): void {
  if (kind === 'add') body.additions += 1
  if (kind === 'delete') body.deletions += 1
  if (budget.left === 0) {
    budget.isCut = true
    return
  }
  budget.left -= 1
  body.lines.push({ kind, text: line === '\r' ? line : line.slice(1), noNewline: false })
}

/** The mark belongs to the line before it; a line that was not kept takes its mark along. */
function markNoNewline(body: HunkBody): void {
  const last = body.lines.at(-1)
  if (last) last.noNewline = true
}

function shortfall(head: HunkHead, oldLeft: number, newLeft: number): string {
  const expected = `${head.oldLines} old and ${head.newLines} new lines`
  return `the hunk header counts ${expected}, ${head.oldLines - oldLeft} and ${head.newLines - newLeft} follow`
}
