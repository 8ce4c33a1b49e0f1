import { resultText } from './result-text.ts'

/** Lines of a file as a tool showed them. */
export interface ShownLines {
  /** Number of the first, from 1. */
  first: number
  /** Without line feeds; a CR at the end is a terminal's and is gone. */
  lines: string[]
  /** How many lines the file has, where the tool says so or shows the last. */
  total: number | null
  /** The file's path as the tool wrote it, where it does. */
  path: string | null
}

/** How SWE-agent's window begins, with what it calls a file's lines in all. */
const WINDOW = /^\[File: ([^\n]{1,500}) \((\d{1,9}) lines total\)\]\r?$/
const NUMBERED = /^ {0,12}(\d{1,9})(?:[\t]|$)/
const WINDOWED = /^(\d{1,9}):/
const CLIPPED = '<response clipped>'

/**
 * Reads the numbered lines of an editor's answer: `cat -n`'s (`     1<tab>text`) of OpenHands' and SWE-agent's `str_replace_editor` and of the programs
 * themselves, or `1:text` of SWE-agent's window. Reads on as long as the numbers go on; null where there are none. `isWhole`: the call asked for all
 * of the file.
 */
export function shownLines(content: string, isWhole: boolean): ShownLines | null {
  const rows = resultText(content).split('\n')
  const at = rows.slice(0, MOST_BEFORE_WINDOW).findIndex((row) => WINDOW.test(row))
  const window = at === -1 ? null : WINDOW.exec(rows[at] ?? '')
  return window ? windowLines(rows.slice(at + 1), window[1] ?? null, Number(window[2])) : numberedLines(rows, isWhole)
}

function numberedLines(rows: readonly string[], isWhole: boolean): ShownLines | null {
  const start = rows.findIndex((row) => /^ {0,12}\d{1,9}\t/.test(row))
  if (start === -1 || start > MOST_BEFORE) return null
  const run = runOf(rows.slice(start), NUMBERED)
  const last = run.lines.at(-1)
  const isClipped = last?.includes(CLIPPED) === true
  if (isClipped) run.lines.pop()
  if (run.lines.length === 0) return null
  const isEnd = isWhole && !isClipped && run.first === 1 && rows.slice(start + run.lines.length).every((row) => row.trim() === '')
  return { ...run, total: isEnd ? run.lines.length : null, path: null }
}

/** Rows that stand before the lines: a sentence, or what an edit command printed before the window. */
const MOST_BEFORE = 4
const MOST_BEFORE_WINDOW = 50

function windowLines(rows: readonly string[], path: string | null, total: number): ShownLines | null {
  const start = rows.findIndex((row) => WINDOWED.test(row))
  if (start === -1 || start > MOST_BEFORE) return null
  const run = runOf(rows.slice(start), WINDOWED)
  return run.first + run.lines.length - 1 > total ? null : { ...run, total, path }
}

/** The rows from the first on, as far as each has the number behind the one before. */
function runOf(rows: readonly string[], number: RegExp): { first: number; lines: string[] } {
  const first = Number(number.exec(rows[0] ?? '')?.[1])
  const lines: string[] = []
  for (const row of rows) {
    const match = number.exec(row.trimEnd() === '' ? '' : row)
    if (!match || Number(match[1]) !== first + lines.length) break
    lines.push(row.slice(match[0].length).replace(/\r$/, ''))
  }
  return { first, lines }
}
