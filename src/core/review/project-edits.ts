import { type ExampleEdits, type LedgerEntry, NO_EDITS, type Redaction, type TextPlace } from '#record'
import { cutOf, messagesOf, redactionOf } from './entry-value.ts'

/** True of the kinds that change how an example is trained on. */
export function isEdit({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return ['mask', 'unmask', 'cut', 'uncut', 'redact', 'unredact'].includes(kind)
}

/** The edits of one example, from its standing entries in the order people spoke. What was said of other bytes than the newest edit's counts no more. */
export function projectEdits(standing: readonly LedgerEntry[]): ExampleEdits {
  const newest = standing.findLast(isEdit)
  if (!newest) return NO_EDITS
  const masked = new Set<number>()
  const redactions = new Map<string, Redaction>()
  let cutAfter: number | null = null
  for (const entry of standing) {
    if (entry.contentHash !== newest.contentHash) continue
    if (entry.kind === 'mask') for (const index of messagesOf(entry)) masked.add(index)
    if (entry.kind === 'unmask') for (const index of messagesOf(entry)) masked.delete(index)
    if (entry.kind === 'cut') cutAfter = cutOf(entry)
    if (entry.kind === 'uncut') cutAfter = null
    if (entry.kind === 'redact') redactions.set(placeKey(redactionOf(entry)), redactionOf(entry))
    if (entry.kind === 'unredact') redactions.delete(placeKey(redactionOf(entry)))
  }
  const edits = { masked: [...masked].sort((a, b) => a - b), cutAfter, redactions: joined([...redactions.values()]) }
  const isNothing = edits.masked.length === 0 && cutAfter === null && edits.redactions.length === 0
  return isNothing ? NO_EDITS : { ...edits, contentHash: newest.contentHash }
}

function placeKey({ at }: Redaction): string {
  return [at.messageIndex, at.field, at.call, at.start, at.end].join()
}

/** By place, those that overlap as one: two people may redact the same name, each in a piece of another length. */
function joined(redactions: readonly Redaction[]): Redaction[] {
  const result: Redaction[] = []
  for (const redaction of redactions.toSorted((a, b) => comparePlaces(a.at, b.at))) {
    const last = result.at(-1)
    if (last && isSameText(last.at, redaction.at) && redaction.at.start < last.at.end) {
      result[result.length - 1] = { ...last, at: { ...last.at, end: Math.max(last.at.end, redaction.at.end) } }
    } else result.push(redaction)
  }
  return result
}

function isSameText(a: TextPlace, b: TextPlace): boolean {
  return a.messageIndex === b.messageIndex && a.field === b.field && a.call === b.call
}

/** The patch comes last. */
function comparePlaces(a: TextPlace, b: TextPlace): number {
  return (
    (a.messageIndex ?? Number.POSITIVE_INFINITY) - (b.messageIndex ?? Number.POSITIVE_INFINITY) ||
    a.field.localeCompare(b.field) ||
    (a.call ?? 0) - (b.call ?? 0) ||
    a.start - b.start ||
    a.end - b.end
  )
}
