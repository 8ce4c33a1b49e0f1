import type { Certainty, Example } from '#record'
import { addedLines } from './added-lines.ts'
import type { Exposure } from './exposed.ts'
import { isTelling } from './is-telling.ts'
import { forgetIn, formOf, formsOf, typedIn } from './line-forms.ts'
import { printedLines } from './printed-lines.ts'
import { linesOf, type TextLine } from './text-line.ts'

/** Lines of the patch, one under another, and the lines of the output they are alike. */
export interface Match {
  patch: { start: number; end: number }
  output: { start: number; end: number }
  /** Lines of the patch. */
  lines: number
}

/** What of an output came back in the patch. */
export interface Reuse {
  certainty: Certainty
  matches: Match[]
  /** Telling lines of the patch that were found in the output, and all telling lines it adds. */
  found: number
  telling: number
}

/** A patch adds no more by hand; the rest of it is not compared. */
const MOST_PATCH_LINES = 20_000
/** So many lines alike are no accident. */
const CERTAIN_LINES = 5
/** Two lines are none either where they are this share of what the patch adds. */
const CERTAIN_SHARE = 0.8
const LIKELY_LINES = 2

/**
 * Telling lines that the patch adds and the output showed, where nothing the run read or wrote before had them. Lines are compared without
 * white space, quotes of either kind. `output` is the result's text, `before` the message that asked for it. Null for none. Linear in the run.
 */
export function reuseOf(example: Example, output: string, code: Exposure['code'], before: number): Reuse | null {
  if (code === 'none' || !example.patch) return null
  const added = tellingLines(example.patch)
  const open = new Map<string, TextLine | null>(added.map(({ text }) => [formOf(text), null]))
  for (const line of shownCode(output, code)) {
    for (const form of formsOf(line.text)) if (open.get(form) === null) open.set(form, line)
  }
  const shown = new Map([...open].flatMap(([text, line]) => (line ? [[text, line] as const] : [])))
  forgetKnown(shown, example, before)
  const matches = matchesOf(added, shown)
  const found = matches.reduce((sum, { lines }) => sum + lines, 0)
  return found === 0 ? null : { certainty: certaintyOf(found, added.length), matches, found, telling: added.length }
}

function certaintyOf(found: number, telling: number): Certainty {
  if (found >= CERTAIN_LINES || (found >= LIKELY_LINES && found >= telling * CERTAIN_SHARE)) return 'certain'
  return found >= LIKELY_LINES ? 'likely' : 'possible'
}

/** Lines a patch adds that are somebody's own. */
export function tellingLines(patch: string): TextLine[] {
  const telling: TextLine[] = []
  for (const { text, start, end } of addedLines(linesOf(patch))) {
    if (isTelling(text)) telling.push({ text: text.trim(), start, end })
    if (telling.length === MOST_PATCH_LINES) break
  }
  return telling
}

function shownCode(output: string, code: Exposure['code']): Iterable<TextLine> {
  return code === 'diff' ? addedLines(printedLines(output)) : printedLines(output)
}

/** Takes out what the run had read or written before. */
function forgetKnown(shown: Map<string, TextLine>, { messages }: Example, before: number): void {
  for (const message of messages.slice(0, before)) {
    if (shown.size === 0) return
    for (const text of [message.content, message.reasoning ?? '', ...typedIn(message)]) forgetIn(text, shown)
  }
}

/** Found lines in the patch's order; those right under another as one. */
function matchesOf(added: readonly TextLine[], shown: ReadonlyMap<string, TextLine>): Match[] {
  const matches: Match[] = []
  for (const { text, start, end } of added) {
    const line = shown.get(formOf(text))
    if (line === undefined) continue
    const last = matches.at(-1)
    if (last && isNext(last.patch.end, start) && isNext(last.output.end, line.start)) {
      last.patch.end = end
      last.output.end = line.end
      last.lines += 1
    } else matches.push({ patch: { start, end }, output: { start: line.start, end: line.end }, lines: 1 })
  }
  return matches
}

/** True when only a line's end is between: LF, CRLF, `\\n` in JSON text. */
function isNext(end: number, start: number): boolean {
  return start > end && start - end <= 2
}
