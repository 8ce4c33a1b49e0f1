import type { Finding, Reason } from '../types.ts'

/** One reason of a verdict, with what stands behind it. */
export interface ReasonLine extends Reason {
  /** Findings of its rule that drop the example, by their place in the walk. */
  findings: readonly number[]
}

/** Reasons with their findings. A rule that could not be asked has none. */
export function reasonLines(reasons: readonly Reason[], findings: readonly Finding[]): ReasonLine[] {
  return reasons.map((reason) => ({ ...reason, findings: reason.isFault ? [] : placesOf(findings, reason.rule) }))
}

function placesOf(findings: readonly Finding[], rule: string): number[] {
  return findings.flatMap((finding, index) => (finding.isDropping && finding.rule === rule ? [index] : []))
}
