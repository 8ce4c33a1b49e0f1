import { CL100K_BASE } from '../tokens/cl100k-base.ts'
import type { ScalarMeasure, Subject } from '../types.ts'

/** Where a count of tokens differs from most: whole numbers, by cl100k_base. */
type Others = Partial<Pick<ScalarMeasure, 'type' | 'encoding'>>

/** A measure that counts tokens; its encoding is named by the encoding itself. */
export function tokenMeasure(
  id: string,
  label: string,
  help: string,
  compute: (subject: Subject) => number | null,
  others: Others = {},
): ScalarMeasure {
  return { id, version: 1, label, unit: 'tokens', type: 'integer', group: 'tokens', encoding: CL100K_BASE.id, help, compute, ...others }
}
