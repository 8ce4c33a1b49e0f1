import type { Finding, PatchFileSummary } from '../types.ts'
import { step } from './find-plan.ts'

/** The finding that is pointed out, or one part of its evidence. */
export interface Pointed {
  /** Its place in the walk, from 0. */
  index: number
  /** Place among its parts; null for the finding itself. */
  part: number | null
  /** Reached by walking on, not by choosing it. */
  isWalk: boolean
}

/** A piece of a text with its words. */
export type Piece = Pick<Finding, 'at' | 'quote'>

/** What of a finding is pointed out; undefined when it is not there any more. */
export function pieceOf(findings: readonly Finding[], { index, part }: Pick<Pointed, 'index' | 'part'>): Piece | undefined {
  return part === null ? findings[index] : findings[index]?.parts[part]
}

/** Where a piece is: "message 12", "the patch", "the run as a whole". */
export function whereWords(at: Finding['at']): string {
  if (at === null) return 'the run as a whole'
  return at.messageIndex === null ? 'the patch' : `message ${at.messageIndex}`
}

/** What is said when a finding is pointed out: "Finding 3 of 7: Git history, message 64. It shows history." */
export function spokenFinding(
  finding: Finding,
  { index, count, part, title }: { index: number; count: number; part: number | null; title: string },
): string {
  const piece = part === null ? finding : finding.parts[part]
  const where = whereWords(piece?.at ?? null)
  return `Finding ${index + 1} of ${count}: ${title}, ${where}${part === null ? `. ${finding.text}` : ''}`
}

/** Place of the file a piece of the patch lies in; -1 where no file begins before it. */
export function fileAt(files: readonly PatchFileSummary[], start: number): number {
  return files.findLastIndex((file) => file.start <= start)
}

/** Strips drawn at the foot of one card before the rest is folded. */
const STRIPS = 4

/** The findings of a message that are drawn while the rest is folded: the first, and whichever is pointed out. A fold hides two at least. */
export function stripsShown(placed: readonly PlacedFinding[], pointed: number | null): readonly PlacedFinding[] {
  return placed.length <= STRIPS + 1 ? placed : placed.filter(({ index }, i) => i < STRIPS || index === pointed)
}

/** "the first 400 of 3,056 characters", of a quote that is only the beginning of its piece; '' for others. What is masked is whole. */
export function cutWords({ at, quote }: Piece): string {
  const length = at === null ? 0 : at.end - at.start
  if (length <= quote.length || quote.includes(MASK)) return ''
  return `the first ${quote.length.toLocaleString('en')} of ${length.toLocaleString('en')} characters`
}

/** Stands for what must not be shown of a secret. */
const MASK = '••••'

/** A finding with its place among all of the example. */
export interface PlacedFinding {
  finding: Finding
  /** From 0, in the order they are walked. */
  index: number
}

/** Findings by the message they are in; those of the patch, and of the run as a whole, are in none. */
export function findingsByMessage(findings: readonly Finding[]): ReadonlyMap<number, PlacedFinding[]> {
  const byMessage = new Map<number, PlacedFinding[]>()
  findings.forEach((finding, index) => {
    const message = finding.at?.messageIndex
    if (message === null || message === undefined) return
    byMessage.set(message, [...(byMessage.get(message) ?? []), { finding, index }])
  })
  return byMessage
}

/**
 * The finding a key leads to: the next in a ring after the one pointed out; before any was, the nearest one from the message being read. -1 when
 * there is none.
 */
export function nextFinding(findings: readonly Finding[], pointed: number | null, message: number, direction: 1 | -1): number {
  if (findings.length === 0 || pointed !== null) return step(pointed ?? 0, findings.length, direction)
  const places = findings.map(({ at }) => at?.messageIndex ?? Number.POSITIVE_INFINITY)
  const found = direction === 1 ? places.findIndex((place) => place >= message) : places.findLastIndex((place) => place <= message)
  return found === -1 ? (direction === 1 ? 0 : findings.length - 1) : found
}

/** Longer texts are pointed out by their beginning. */
const POINTED_UNITS = 300

/** How a quote may stand on the screen: as it is, or, of arguments written as JSON, without its escapes. */
export function drawnForms({ quote }: Pick<Finding, 'quote'>): string[] {
  const unescaped = withoutEscapes(quote)
  return [quote, unescaped].map((form) => form.slice(0, POINTED_UNITS)).filter((form, at, all) => form !== '' && all.indexOf(form) === at)
}

function withoutEscapes(quote: string): string {
  try {
    return String(JSON.parse(`"${quote}"`))
  } catch {
    return ''
  }
}
