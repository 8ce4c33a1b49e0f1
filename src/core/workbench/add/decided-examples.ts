import type { Session } from '../session.ts'

/** Ids of examples a person ever said something about: they are never removed on their own. */
export function examplesWithEntries({ ledger }: Pick<Session, 'ledger'>): Set<string> {
  return new Set(ledger.map(({ exampleId }) => exampleId))
}
