import type { TextLine } from './text-line.ts'

const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/

/** The lines a diff adds, without their mark; text around the diff is passed over. Cut diffs give what is there. */
export function* addedLines(lines: Iterable<TextLine>): Generator<TextLine> {
  let before = 0
  let after = 0
  for (const line of lines) {
    const hunk = HUNK.exec(line.text.slice(0, 60))
    if (before <= 0 && after <= 0) {
      before = hunk ? Number(hunk[1] ?? 1) : 0
      after = hunk ? Number(hunk[2] ?? 1) : 0
      continue
    }
    const mark = line.text[0]
    if (mark === '+') yield { text: line.text.slice(1), start: line.start, end: line.end }
    if (mark !== '+' && mark !== '\\') before -= 1
    if (mark !== '-' && mark !== '\\') after -= 1
  }
}
