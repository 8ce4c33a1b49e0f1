import { isDeepStrictEqual } from 'node:util'
import type { ExampleRow, LedgerEntry } from '#record'
import { projectStandings } from '#review'

/** Where rows of the table say something else about what people decided than the ledger does: a sentence each. */
export function mirrorProblems(rows: readonly ExampleRow[], ledger: readonly LedgerEntry[]): string[] {
  const standings = projectStandings(ledger)
  const missing = [...standings.keys()].filter((id) => !rows.some((row) => row.id === id)).map((id) => `${id} is in no row`)
  const different = rows.flatMap((row) => {
    const standing = standings.get(row.id)
    const told = {
      decision: row.decision,
      reason: row.decisionReason,
      note: row.note,
      reviewer: row.reviewer,
      tags: row.tags,
      decidedBy: row.decidedBy,
      isFlagged: row.isFlagged,
      isDisputed: row.isDisputed,
      masked: row.maskedMessages,
    }
    const expected = {
      decision: standing?.decision ?? null,
      reason: standing?.reason ?? null,
      note: standing?.note ?? null,
      reviewer: standing?.reviewer ?? null,
      tags: standing?.tags ?? [],
      decidedBy: standing?.opinions.map(({ reviewer }) => reviewer) ?? [],
      isFlagged: standing?.isFlagged ?? false,
      isDisputed: standing?.isDisputed ?? false,
      masked: standing?.edits.masked.length ?? 0,
    }
    return isDeepStrictEqual(told, expected) ? [] : [`${row.id} is ${JSON.stringify(told)} and should be ${JSON.stringify(expected)}`]
  })
  return [...missing, ...different]
}
