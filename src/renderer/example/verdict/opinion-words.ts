import type { Detail } from '../types.ts'

type Opinion = Detail['opinions'][number]

/** "ana accepts". */
export function opinionWords({ reviewer, decision }: Pick<Opinion, 'reviewer' | 'decision'>): string {
  return `${reviewer} ${decision}s`
}

/** "ana accepts, ben rejects: settle it". */
export function disputeWords(opinions: readonly Opinion[]): string {
  return `${opinions.map(opinionWords).join(', ')}: settle it`
}
