import { isTellingPage } from './is-telling.ts'
import { printedLines } from './printed-lines.ts'
import { readSigns, type Signs } from './read-signs.ts'
import type { TextLine } from './text-line.ts'

/** What an output holds, read once however many commands are behind it. */
export interface ReadOutput {
  signs: Signs
  /** The first line that is part of a page or a file; null for none. */
  code: TextLine | null
}

/** Reads an output; `script` is what was run, whose lines a terminal may echo. Linear in the output. */
export function readOutput(text: string, script = ''): ReadOutput {
  return { signs: readSigns(printedLines(text)), code: firstCode(text, new Set(script.split('\n').map((line) => line.trim()))) }
}

function firstCode(text: string, echoes: ReadonlySet<string>): TextLine | null {
  for (const line of printedLines(text)) if (isTellingPage(line.text) && !echoes.has(line.text.trim())) return line
  return null
}
