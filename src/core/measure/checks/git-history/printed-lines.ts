import { linesOf, type TextLine } from './text-line.ts'

/** mini-swe-agent's observation as JSON text: what was printed is inside its strings, line feeds as escapes. */
const JSON_OBSERVATION = /^\s{0,20}\{\s{0,20}"(?:returncode|output)/

/** What a command printed, line by line, with places in the result's text as the row has it. */
export function printedLines(content: string): Generator<TextLine> {
  return JSON_OBSERVATION.test(content) ? escapedLines(content) : linesOf(content)
}

/** Lines of JSON text: a line ends at an escaped line feed and where a string begins or ends. */
function* escapedLines(json: string): Generator<TextLine> {
  const mark = /["\\]/g
  let start = 0
  let hasEscapes = false
  for (let found = mark.exec(json); found !== null; found = mark.exec(json)) {
    const at = found.index
    const isEscape = json[at] === '\\'
    const isLineEnd = !isEscape || json[at + 1] === 'n'
    if (isEscape) mark.lastIndex = at + 2
    hasEscapes ||= isEscape && !isLineEnd
    if (!isLineEnd) continue
    if (at > start) yield lineFrom(json, start, at, hasEscapes)
    start = at + (isEscape ? 2 : 1)
    hasEscapes = false
  }
  if (start < json.length) yield lineFrom(json, start, json.length, hasEscapes)
}

/** A line is compared by no more than this; unescaping a line of 20 MB takes seconds. */
const MOST_UNITS = 4000

function lineFrom(json: string, start: number, end: number, hasEscapes: boolean): TextLine {
  const raw = json.slice(start, end)
  return { text: hasEscapes ? raw.slice(0, MOST_UNITS).replace(/\\(u[0-9a-fA-F]{4}|.)/g, unescaped) : raw, start, end }
}

const ESCAPES = new Map([
  ['t', '\t'],
  ['r', ''],
  ['b', '\b'],
  ['f', '\f'],
])

function unescaped(_: string, mark: string): string {
  return mark.length === 5 ? String.fromCharCode(Number.parseInt(mark.slice(1), 16)) : (ESCAPES.get(mark) ?? mark)
}
