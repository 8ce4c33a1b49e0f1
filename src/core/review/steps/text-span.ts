/** A piece of a text in UTF-16 units; `end` is behind the last one. */
export interface TextSpan {
  start: number
  end: number
}

/**
 * Spans within their text that cut nothing in two: a surrogate pair, and in a JSON text an escape (`\n`, `\u00e9`, the two halves of an escaped pair),
 * is taken whole or not at all, so a span grows where it has to. One walk over the text, however many spans there are.
 */
export function wholeSpans<Span extends TextSpan>(text: string, spans: readonly Span[], isJson: boolean): Span[] {
  const escapes = isJson ? escapesAround(text, spans) : NONE
  return spans.map((span) => {
    const start = clip(span.start, 0, text.length)
    const end = clip(span.end, start, text.length)
    return { ...span, start: escapes.get(start)?.start ?? beforePair(text, start), end: escapes.get(end)?.end ?? behindPair(text, end) }
  })
}

const NONE: ReadonlyMap<number, TextSpan> = new Map()

/** Escapes that a start or an end lies inside of, by that offset. */
function escapesAround(text: string, spans: readonly TextSpan[]): Map<number, TextSpan> {
  const offsets = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const around = new Map<number, TextSpan>()
  let next = 0
  for (const one of escapesOf(text)) {
    while (next < offsets.length && (offsets[next] ?? 0) <= one.start) next += 1
    for (; (offsets[next] ?? Number.POSITIVE_INFINITY) < one.end; next += 1) around.set(offsets[next] ?? 0, one)
    if (next === offsets.length) break
  }
  return around
}

const UNICODE = 6
const HIGH = /^\\u[dD][89abAB]/
const LOW = /^\\u[dD][c-fC-F]/

/** Every escape of a JSON text in order, both halves of an escaped pair as one. */
export function* escapesOf(text: string): Generator<TextSpan> {
  let end = 0
  for (let start = text.indexOf('\\'); start !== -1; start = text.indexOf('\\', end)) {
    end = start + (text[start + 1] === 'u' ? UNICODE : 2)
    if (HIGH.test(text.slice(start, end)) && LOW.test(text.slice(end, end + UNICODE))) end += UNICODE
    yield { start, end: Math.min(end, text.length) }
  }
}

function clip(offset: number, least: number, most: number): number {
  return Math.min(Math.max(offset, least), most)
}

function beforePair(text: string, offset: number): number {
  return isInPair(text, offset) ? offset - 1 : offset
}

function behindPair(text: string, offset: number): number {
  return isInPair(text, offset) ? offset + 1 : offset
}

function isInPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
