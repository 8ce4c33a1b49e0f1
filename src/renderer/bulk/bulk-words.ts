import type { Answers } from '../api/api.ts'
import { formatCount, formatCounted } from '../widgets/format-number.ts'

/** What can be said of many examples at once. */
export type BulkKind = 'accept' | 'reject' | 'clear' | 'tag'

/** What a bulk decision would do. */
export type BulkPreview = Answers['review']['bulkPreview']

/** Most examples that are tagged at once: what the host takes. */
export const MOST_TAGGED = 1_000

const VERBS: Record<BulkKind, string> = { accept: 'Accept', reject: 'Reject', clear: 'Clear', tag: 'Tag' }
const DOING: Record<BulkKind, string> = { accept: 'Accepting', reject: 'Rejecting', clear: 'Clearing', tag: 'Tagging' }
const DONE: Record<BulkKind, string> = { accept: 'Accepted', reject: 'Rejected', clear: 'Cleared the decisions on', tag: 'Tagged' }

/** How many would be spoken of. */
export function countOf(kind: BulkKind, preview: BulkPreview): number {
  return kind === 'tag' ? preview.total : preview.total - preview.notHere
}

/** What the button does: "Reject 312". */
export function verbWords(kind: BulkKind, count: number): string {
  return `${VERBS[kind]} ${formatCount(count)}`
}

/** What is going on: "Rejecting 312 examples". */
export function doingWords(kind: BulkKind, count: number): string {
  return `${DOING[kind]} ${formatCounted(count, 'example')}`
}

/** What was done: "Rejected 300 examples, 12 left out". */
export function doneWords(kind: BulkKind, { entries, leftOut }: { entries: number; leftOut: number }): string {
  return `${DONE[kind]} ${formatCounted(entries, 'example')}${leftOut > 0 ? `, ${formatCount(leftOut)} left out` : ''}`
}

/** Why nothing can be done now; null when something can. */
export function obstacleOf(kind: BulkKind, preview: BulkPreview): string | null {
  if (preview.total === 0) return 'No example is selected.'
  if (kind === 'tag')
    return preview.total > MOST_TAGGED ? `${formatCount(MOST_TAGGED)} are tagged at once at most: narrow the selection.` : null
  if (preview.isTooMany) return 'These are more than one go takes: narrow the selection.'
  return countOf(kind, preview) === 0 ? 'None of them is here as a whole row: measure them first.' : null
}

/** A line of the preview. */
export interface BulkFigure {
  key: keyof BulkPreview
  text: string
  count: number
}

/** What would come of it, in figures; in blind review nothing that tells what the recipe and others say. */
export function figuresOf(kind: BulkKind, preview: BulkPreview, isBlind: boolean): BulkFigure[] {
  const all: BulkFigure = { key: 'total', text: 'selected', count: preview.total }
  if (kind === 'tag') return [all]
  const told: BulkFigure[] = [
    { key: 'changing', text: 'get another decision than they have', count: preview.changing },
    { key: 'overriding', text: 'go against the recipe', count: preview.overriding },
    { key: 'overruling', text: 'overrule what somebody decided', count: preview.overruling },
  ]
  return [all, ...(isBlind ? [] : told), { key: 'notHere', text: 'only indexed: left out', count: preview.notHere }]
}
