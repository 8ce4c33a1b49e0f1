import { CHECKS, type CheckResult } from '#measure'
import { type Finding, type Findings, MOST_FINDINGS, SEVERITIES } from '#record'

/** A step of the recipe in force that shows what a check finds. */
export interface Asker extends Pick<Finding, 'rule' | 'version' | 'severity' | 'isDropping'> {
  check: string
  /** Null for all that the check knows. */
  kinds: readonly string[] | null
}

/**
 * Findings and faults of one example, in the order people read it. Each finding is told once, under the first that asks for it; what nobody asks for goes under
 * its check. Of more than {@link MOST_FINDINGS} the weightier ones are told.
 */
export function tellFindings(results: readonly CheckResult[], askers: readonly Asker[]): Findings {
  const all = results.flatMap((result) => findingsOfCheck(result, askers))
  const told = all.length <= MOST_FINDINGS ? all : all.toSorted(byWeight).slice(0, MOST_FINDINGS)
  const leftOut = results.reduce((sum, result) => sum + result.leftOut, all.length - told.length)
  return {
    findings: told.toSorted(byPlace),
    leftOut,
    faults: results.flatMap(({ check, fault }) => (fault === null ? [] : [{ check, text: fault }])),
  }
}

function findingsOfCheck({ check, evidence }: CheckResult, askers: readonly Asker[]): Finding[] {
  const ofCheck = askers.filter((asker) => asker.check === check)
  const nobody = { rule: check, version: versionOf(check), severity: 'low', isDropping: false } as const
  return (evidence ?? []).map((one) => {
    const { rule, version, severity, isDropping } = ofCheck.find(({ kinds }) => kinds?.includes(one.kind) ?? true) ?? nobody
    return { ...one, rule, version, severity, check, isDropping }
  })
}

function versionOf(check: string): number {
  return CHECKS.find(({ id }) => id === check)?.version ?? 0
}

function byWeight(a: Finding, b: Finding): number {
  return Number(b.isDropping) - Number(a.isDropping) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
}

/** Texts of a message as they are shown: what it thought, what it said, what it called. */
const FIELDS = ['reasoning', 'content', 'arguments', 'patch']

/** What is about the run as a whole comes first, the patch last; the rest by message. */
function byPlace({ at: a }: Finding, { at: b }: Finding): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null)
  return (
    (a.messageIndex ?? Number.POSITIVE_INFINITY) - (b.messageIndex ?? Number.POSITIVE_INFINITY) ||
    FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) ||
    (a.call ?? 0) - (b.call ?? 0) ||
    a.start - b.start
  )
}
