import { CHECKS, evidenceOf, subjectOf } from '#measure'
import type { Example, Findings } from '#record'

/** Everything the checks find in an example. */
export function findingsOf(example: Example): Findings {
  const subject = subjectOf(example)
  const looked = CHECKS.map((check) => ({ check, ...evidenceOf(check, subject) }))
  return {
    findings: looked.flatMap(({ check: { id, version }, evidence }) =>
      (evidence ?? []).map((one) => ({
        ...one,
        rule: id,
        version,
        severity: 'medium' as const,
        check: id,
        isDropping: false,
        bytes: null,
      })),
    ),
    faults: looked.flatMap(({ check, fault }) => (fault === null ? [] : [{ check: check.id, text: fault }])),
  }
}
