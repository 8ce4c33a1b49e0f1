import type { ExampleRow, Standing } from '#record'
import { outcomeOf } from '#review'
import type { Session } from '../session.ts'
import type { LedgerState } from './manifest-facts.ts'

/** Rows as they stood at a moment: what people say while they are read is not said yet. */
export async function* rowsAt(
  rows: AsyncIterable<ExampleRow>,
  { ledger, standings }: LedgerState,
  session: Pick<Session, 'ledger'>,
): AsyncGenerator<ExampleRow> {
  const spokenOf = new Set<string>()
  let hasUndo = false
  let known = ledger.length
  for await (const row of rows) {
    for (const { kind, exampleId } of session.ledger.slice(known)) {
      spokenOf.add(exampleId)
      // An undo takes back all of a batch and names one example of it.
      hasUndo ||= kind === 'undo'
    }
    known = session.ledger.length
    yield hasUndo || spokenOf.has(row.id) ? rowAt(row, standings.get(row.id)) : row
  }
}

/** A row with what people say by this standing; without one nobody said anything. */
export function rowAt(row: ExampleRow, standing: Standing | undefined): ExampleRow {
  const { decision, opinions } = standing ?? { decision: null, opinions: [] }
  return {
    ...row,
    decision,
    decisionReason: standing?.reason ?? null,
    note: standing?.note ?? null,
    reviewer: standing?.reviewer ?? null,
    outcome: outcomeOf(decision, row.verdict),
    isStale: opinions.some(({ contentHash }) => contentHash !== '' && contentHash !== row.contentHash),
    decidedBy: opinions.map(({ reviewer }) => reviewer),
    isDisputed: standing?.isDisputed ?? false,
    tags: standing?.tags ?? [],
    isFlagged: standing?.isFlagged ?? false,
  }
}
