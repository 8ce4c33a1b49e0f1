import type { Finding } from '../types.ts'
import { step } from './find-plan.ts'

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
