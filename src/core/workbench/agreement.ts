import type { z } from 'zod'
import type { disagreement } from '#contract'
import type { Standing } from '#record'
import { projectStandings } from '#review'
import type { Desk } from './desk.ts'

/** A page of the examples in dispute, those spoken about last first. */
export async function disagreements(
  { session }: Desk,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rows: z.infer<typeof disagreement>[] }> {
  const disputed = [...projectStandings(session.ledger).values()].filter(({ isDisputed }) => isDisputed).sort(newestFirst)
  const shown = disputed.slice(offset, offset + limit)
  const rows = await session.workspace.analysis.rowsOf(shown.map(({ exampleId }) => exampleId))
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return {
    total: disputed.length,
    rows: shown.map(({ exampleId, opinions }) => ({ exampleId, row: rowOf.get(exampleId) ?? null, opinions })),
  }
}

function newestFirst(a: Standing, b: Standing): number {
  const [at, bt] = [a.time ?? '', b.time ?? '']
  return at === bt ? b.seq - a.seq : at < bt ? 1 : -1
}
