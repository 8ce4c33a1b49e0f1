import { type ExampleEdits, type LedgerEntry, NO_EDITS, type Redaction, type TextPlace } from '#record'
import { byExample } from './by-example.ts'
import { cutOf, messagesOf, redactionOf } from './entry-value.ts'
import { inOrder } from './in-order.ts'
import { takenBack } from './taken-back.ts'

/** True of the kinds that change how an example is trained on. */
export function isEdit({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return ['mask', 'unmask', 'cut', 'uncut', 'redact', 'unredact'].includes(kind)
}

/**
 * The edits of one example, from all its entries, for the bytes it has now: those about these bytes, where any are; else what {@link projectEdits} gives. Who
 * spoke of older bytes later, in another ledger, takes no redaction away.
 */
export function editsAbout(entries: readonly LedgerEntry[], contentHash: string | undefined): ExampleEdits {
  const gone = takenBack(entries)
  return projectEdits(
    inOrder(entries).filter(({ seq }) => !gone.has(seq)),
    contentHash,
  )
}

/** {@link editsAbout} of every example in a ledger as it is now. */
export function editsByExample(ledger: readonly LedgerEntry[]): (exampleId: string, contentHash: string | undefined) => ExampleEdits {
  const about = byExample(ledger.filter((entry) => isEdit(entry) || entry.kind === 'undo'))
  return (exampleId, contentHash) => editsAbout(about.get(exampleId) ?? [], contentHash)
}

/** The edits of one example, from its standing entries in the order people spoke: those about the same bytes as the newest, or about the bytes told. */
export function projectEdits(standing: readonly LedgerEntry[], contentHash?: string): ExampleEdits {
  const newest = standing.findLast((entry) => isEdit(entry) && entry.contentHash === contentHash) ?? standing.findLast(isEdit)
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
