import type { LedgerEntry, Opinion } from '#record'
import { overruledOf } from './entry-value.ts'
import { originOf } from './in-order.ts'

/** What an example's standing opinions are taken from. */
export function isAnswer({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kind === 'accept' || kind === 'reject' || kind === 'clear'
}

/** The answers that stand once another is given: one a reviewer, and none that it overrules; oldest first. */
export function answersAfter(standing: readonly LedgerEntry[], answer: LedgerEntry): LedgerEntry[] {
  const overruled = answer.settles ? overruledOf(answer) : []
  const left = standing.filter((one) => one.reviewer !== answer.reviewer && overruled !== null && !overruled.includes(originOf(one)))
  return answer.kind === 'clear' ? left : [...left, answer]
}

/** What makes an answer settle, given by somebody who knows these opinions: it overrules the others', which are named, as soon as one of them differs. */
export function settling(
  opinions: readonly Opinion[],
  said: Pick<LedgerEntry, 'reviewer' | 'kind'>,
  originAt: (seq: number) => string | undefined,
): { settles?: true; value?: string } {
  const others = opinions.filter(({ reviewer }) => reviewer !== said.reviewer)
  if (others.every(({ decision }) => decision === said.kind)) return {}
  return { settles: true, value: JSON.stringify(others.flatMap(({ seq }) => originAt(seq) ?? [])) }
}
