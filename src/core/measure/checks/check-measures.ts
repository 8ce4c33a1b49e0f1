import type { ScalarMeasure } from '../types.ts'
import type { Check } from './check.ts'
import { evidenceOf } from './evidence-of.ts'

/** The measures of a check: its own, and `<id>_fault`. Without evidence, because of a fault, all but that one are null. */
export function checkMeasures(check: Check): ScalarMeasure[] {
  const { id, version, title } = check
  const counted = check.measures.map((measure): ScalarMeasure => {
    const compute: ScalarMeasure['compute'] = (subject) => evidenceOf(check, subject).values?.[measure.id] ?? null
    return { ...measure, version, check: id, compute }
  })
  const fault: ScalarMeasure = {
    id: faultMeasure(id),
    version,
    label: `${title}: fault`,
    unit: '',
    type: 'text',
    group: 'row',
    help: `Why the check “${title}” did not come to an end on this example; empty where it did.`,
    check: id,
    isInternal: true,
    compute: (subject) => evidenceOf(check, subject).fault,
  }
  return [...counted, fault]
}

/** The measure that says why a check did not come to an end. */
export function faultMeasure(checkId: string): string {
  return `${checkId.replaceAll('-', '_')}_fault`
}
