import type { ShownLines } from './shown-lines.ts'

/** What is known of a file at one moment. */
export type FileState =
  | { kind: 'absent' }
  | { kind: 'unknown'; why: string }
  /** Lines by number from 1 at place 0, undefined where never seen; `total` null where the end was not seen either. `why` is '' when nothing is missing. */
  | { kind: 'text'; lines: (string | undefined)[]; total: number | null; why: string }

type Text = Extract<FileState, { kind: 'text' }>

/** True when every line is known, and where the file ends. */
export function isWhole(state: FileState): state is Text & { lines: string[] } {
  return state.kind === 'text' && state.total === state.lines.length && !state.lines.includes(undefined)
}

/** A file known whole. A line feed at its end, which not every tool shows, is left out. */
export function wholeText(text: string): FileState {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return { kind: 'text', lines, total: lines.length, why: '' }
}

/** The file after it was shown: what was known and agrees, with what was seen. What disagrees was changed unseen and is forgotten. */
export function afterSeeing(state: FileState, shown: ShownLines): FileState {
  if (state.kind !== 'text' || !agrees(state, shown)) return onlyShown(shown)
  const lines = [...state.lines]
  for (const [i, line] of shown.lines.entries()) lines[shown.first - 1 + i] ??= line
  return filled(lines, shown.total === null ? state.total : withoutLast(shown), PARTS)
}

/** A file of which only these lines are known. */
export function onlyShown(shown: ShownLines): FileState {
  const lines: (string | undefined)[] = Array.from({ length: shown.first - 1 })
  return filled([...lines, ...shown.lines], shown.total === null ? null : withoutLast(shown), PARTS)
}

/** Why a file is known in parts. */
const PARTS = 'The run shows only some of its lines.'

/** The number of lines, a blank last one left out: it may be the line feed at the end. */
function withoutLast({ first, lines, total }: ShownLines): number | null {
  const showsEnd = total !== null && first + lines.length - 1 === total
  return showsEnd && total > 0 && lines.at(-1) === '' ? total - 1 : total
}

function filled(lines: (string | undefined)[], total: number | null, why: string): FileState {
  const cut = total === null ? lines : lines.slice(0, total)
  while (total !== null && cut.length < total) cut.push(undefined)
  const state: FileState = { kind: 'text', lines: Array.from(cut), total, why }
  return isWhole(state) ? { ...state, why: '' } : state
}

/** True when no line that is known is shown otherwise. */
export function agrees(state: FileState, shown: ShownLines): boolean {
  if (state.kind !== 'text') return state.kind === 'unknown'
  const { total } = state
  if (total !== null && shown.total !== null && Math.abs(total - (withoutLast(shown) ?? total)) > 0) return false
  return shown.lines.every((line, i) => {
    const known = state.lines[shown.first - 1 + i]
    if (known !== undefined) return isSameLine(known, line)
    return total === null || shown.first + i <= total || line === ''
  })
}

/** Tools strip the end of what they print, and some show tabs as spaces. */
function isSameLine(known: string, shown: string): boolean {
  const end = shown.trimEnd()
  return known.trimEnd() === end || (known.includes('\t') && expandTabs(known).trimEnd() === expandTabs(shown).trimEnd())
}

/** As Python's `str.expandtabs()`, which the editors use. */
function expandTabs(line: string): string {
  let wide = ''
  for (const part of line.split(/(\t)/)) wide += part === '\t' ? ' '.repeat(8 - (wide.length % 8)) : part
  return wide
}

/**
 * The file after an edit that changed how many lines it has by `delta`, somewhere inside the lines shown: what stands before them stayed, what stands
 * behind them moved.
 */
export function afterShownEdit(state: FileState, shown: ShownLines, delta: number): FileState {
  if (state.kind !== 'text') return onlyShown(shown)
  const head = Array.from({ length: shown.first - 1 }, (_, i) => state.lines[i])
  const behind = shown.first - 1 + shown.lines.length
  const total = state.total === null ? null : state.total + delta
  return filled([...head, ...shown.lines, ...state.lines.slice(behind - delta)], total, PARTS)
}
