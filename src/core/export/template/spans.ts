import type { TextSpan } from '#record'

/** Spans in order, those that touch as one, empty ones left out. */
export function joinSpans(spans: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = []
  for (const { start, end } of spans.filter((span) => span.start < span.end).toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** What is left of spans where others are taken out. Both in any order. */
export function withoutSpans(spans: readonly TextSpan[], others: readonly TextSpan[]): TextSpan[] {
  const taken = joinSpans(others)
  const left: TextSpan[] = []
  let next = 0
  for (const { start, end } of joinSpans(spans)) {
    let from = start
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next += 1
    for (let at = next; (taken[at]?.start ?? end) < end; at += 1) {
      left.push({ start: from, end: taken[at]?.start ?? from })
      from = Math.max(from, taken[at]?.end ?? from)
    }
    left.push({ start: from, end })
  }
  return left.filter((span) => span.start < span.end)
}
