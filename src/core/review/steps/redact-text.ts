import { type TextSpan, wholeSpans } from './text-span.ts'

/** A span with what stands in its place. */
export interface Blackout extends TextSpan {
  replacement: string
}

/**
 * How a text is written. In `json` a replacement is escaped and escapes are taken whole. In a `patch` line feeds and the mark each line begins with
 * stay, so that a diff stays a diff with as many lines.
 */
export type TextForm = 'plain' | 'json' | 'patch'

/** A text without the spans; all else stays unit for unit. Spans that overlap, or grow into each other, are one, with the words of the first. */
export function redactText(text: string, blackouts: readonly Blackout[], form: TextForm): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, replacement } of blackoutsIn(text, blackouts, form)) {
    pieces.push(text.slice(from, start), form === 'json' ? JSON.stringify(replacement).slice(1, -1) : replacement)
    from = end
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from)
}

/** What {@link redactText} takes out, in order; none is empty, none overlaps another. */
export function blackoutsIn(text: string, blackouts: readonly Blackout[], form: TextForm): Blackout[] {
  const whole = wholeSpans(text, blackouts, form === 'json').toSorted((a, b) => a.start - b.start || a.end - b.end)
  const apart: Blackout[] = []
  for (const one of whole) {
    const last = apart.at(-1)
    if (one.start === one.end) continue
    if (last && one.start < last.end) apart[apart.length - 1] = { ...last, end: Math.max(last.end, one.end) }
    else apart.push(one)
  }
  return form === 'patch' ? apart.flatMap((one) => linesOf(text, one)) : apart
}

/** The parts of a span on each of its lines, without the line's mark and its end. */
function linesOf(text: string, span: Blackout): Blackout[] {
  const parts: Blackout[] = []
  let line = text.lastIndexOf('\n', span.start - 1) + 1
  // A start of 0 looks for a line feed from -1 on, which lastIndexOf reads as 0.
  if (span.start === 0) line = 0
  while (line < span.end) {
    const feed = text.indexOf('\n', line)
    const next = feed === -1 ? text.length : feed
    const start = Math.max(span.start, line + 1)
    const end = Math.min(span.end, text[next - 1] === '\r' ? next - 1 : next)
    if (start < end) parts.push({ ...span, start, end })
    line = next + 1
  }
  return parts
}
