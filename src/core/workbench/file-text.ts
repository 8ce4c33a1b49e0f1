import type { FileState } from '#parse'

/** A file's text for reading. */
interface FileText {
  text: string
  /** Lines of the text (from 1) that stand for lines of the file nobody saw; `last` null where the end was not seen. */
  gaps: { line: number; first: number; last: number | null }[]
  /** Lines of the text that are not as before. */
  changed: number[]
}

/** What is known of a file as text, a line for each stretch that was never seen, and which lines are other than `before`. */
export function fileTextOf(before: FileState, state: FileState): FileText {
  if (state.kind !== 'text') return { text: '', gaps: [], changed: [] }
  const range = changedRange(before, state.lines)
  const out: FileText & { rows: string[] } = { text: '', rows: [], gaps: [], changed: [] }
  let number = 1
  while (number <= state.lines.length) {
    const line = state.lines[number - 1]
    if (line === undefined) {
      const first = number
      while (number < state.lines.length && state.lines[number] === undefined) number++
      pushGap(out, first, number)
    } else {
      out.rows.push(line)
      if (number >= range.first && number <= range.last) out.changed.push(out.rows.length)
    }
    number++
  }
  if (state.total === null) pushGap(out, number, null)
  return { text: out.rows.join('\n'), gaps: out.gaps, changed: out.changed }
}

function pushGap(out: { rows: string[]; gaps: FileText['gaps'] }, first: number, last: number | null): void {
  const count = last === null ? 0 : last - first + 1
  out.rows.push(
    last === null
      ? `⋯ from line ${first} on not seen ⋯`
      : count === 1
        ? `⋯ line ${first} not seen ⋯`
        : `⋯ lines ${first} to ${last} not seen ⋯`,
  )
  out.gaps.push({ line: out.rows.length, first, last })
}

/** The lines between what both versions begin and end with; none when nothing of the file was known before. */
function changedRange(before: FileState, lines: readonly (string | undefined)[]): { first: number; last: number } {
  if (before.kind === 'absent') return { first: 1, last: lines.length }
  if (before.kind !== 'text') return { first: 1, last: 0 }
  const old = before.lines
  const most = Math.min(old.length, lines.length)
  let head = 0
  while (head < most && old[head] === lines[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++
  return { first: head + 1, last: lines.length - tail }
}
