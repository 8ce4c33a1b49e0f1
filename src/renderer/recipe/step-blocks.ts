import { isSeq, LineCounter, parseDocument } from 'yaml'

/** The lines of one step in a recipe's text, its comments right above included: from 0, `end` is behind the last. */
export interface StepBlock {
  start: number
  end: number
  /** The line of its dash. */
  dash: number
}

const DASH = /^\s*-(\s|$)/
const COMMENT = /^\s*#/
const QUIET = /^\s*(#|$)/

/** Where each step stands, for a recipe written one step below the other; null for any other form (JSON, steps within one line, no recipe). */
export function stepBlocks(text: string): StepBlock[] | null {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const steps = document.errors.length === 0 ? document.get('steps', true) : null
  if (!isSeq(steps) || steps.flow || steps.items.length === 0) return null
  const lines = text.split('\n')
  const lineOf = (offset: number) => lineCounter.linePos(offset).line - 1
  const blocks: StepBlock[] = []
  for (const item of steps.items) {
    const range = (item as { range?: [number, number, number] | null } | null)?.range
    if (!range) return null
    const floor = blocks.at(-1)?.end ?? 0
    const dash = dashAbove(lines, lineOf(range[0]), floor)
    if (dash === null) return null
    blocks.push({ start: firstComment(lines, dash, floor), end: lineOf(lastOffset(text, range)) + 1, dash })
  }
  return areApart(lines, blocks) ? blocks : null
}

function dashAbove(lines: readonly string[], from: number, floor: number): number | null {
  for (let line = from; line >= floor; line--) if (DASH.test(lines[line] ?? '')) return line
  return null
}

function firstComment(lines: readonly string[], dash: number, floor: number): number {
  let start = dash
  while (start > floor && COMMENT.test(lines[start - 1] ?? '')) start--
  return start
}

/** The last character that belongs to a node: its range may go on over line ends. */
function lastOffset(text: string, [from, to]: readonly [number, number, number]): number {
  let last = to - 1
  while (last > from && /\s/.test(text.charAt(last))) last--
  return last
}

/** True when nothing but blank lines and comments stands between the blocks: only then may lines be moved as they are. */
function areApart(lines: readonly string[], blocks: readonly StepBlock[]): boolean {
  return blocks.every((block, i) => {
    const next = blocks[i + 1]
    return (
      block.end > block.dash && (!next || (next.start >= block.end && lines.slice(block.end, next.start).every((line) => QUIET.test(line))))
    )
  })
}
