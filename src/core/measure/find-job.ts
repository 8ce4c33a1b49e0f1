import { parseRow } from '#parse'
import { fault, type Json, MOST_FINDINGS, toFault } from '#record'
import type { Check } from './checks/check.ts'
import { CHECKS } from './checks/checks.ts'
import { evidenceOf } from './checks/evidence-of.ts'
import { placeEvidence } from './checks/place-evidence.ts'
import { subjectOf } from './subject.ts'
import type { CheckGuard, CheckResult, PoolAnswer, RowText, Subject } from './types.ts'

/** Looks for everything the checks know in one row. Never throws. */
export function findJob(job: RowText, guard?: CheckGuard): PoolAnswer {
  try {
    const parsed = parseRow({ ref: job.ref, hints: job.hints, value: JSON.parse(job.body) as Json })
    if (parsed.kind === 'rejection') throw fault('unreadable', parsed.rejection.reason)
    const subject = subjectOf(parsed.example, undefined, guard)
    return { kind: 'found', checks: CHECKS.map((check) => resultOf(check, subject)) }
  } catch (error) {
    return { kind: 'fault', fault: toFault(error) }
  }
}

function resultOf(check: Check, subject: Subject): CheckResult {
  const looked = evidenceOf(check, subject)
  if (looked.evidence === null) return { check: check.id, evidence: null, leftOut: 0, fault: looked.fault }
  const told = looked.evidence.slice(0, MOST_FINDINGS)
  const leftOut = looked.evidence.length - told.length
  return { check: check.id, evidence: placeEvidence(subject.example, told), leftOut, fault: null }
}
