import type { ExampleRow, Opinion } from '#record'
import type { Query } from '#store'
import type { Session } from './session.ts'
import { standingsOf } from './standings-of.ts'

/** What a bulk decision needs to know of an example. */
export interface BulkRow extends Pick<ExampleRow, 'id' | 'contentHash' | 'isMeasured' | 'verdict' | 'decision'> {
  opinions: readonly Opinion[]
}

/** The examples of a query with everybody's opinion, by id. Others have their turn between. */
export async function rowsInBulk(session: Session, query: Query): Promise<BulkRow[]> {
  const rows: Omit<BulkRow, 'opinions'>[] = []
  const decided: string[] = []
  for await (const row of session.workspace.analysis.rows(query, null, { measures: [] })) {
    const { id, contentHash, isMeasured, verdict, decision } = row
    rows.push({ id, contentHash, isMeasured, verdict, decision })
    if (row.decidedBy.length > 0) decided.push(id)
  }
  const opinions = new Map((await standingsOf(session, decided)).map((standing) => [standing.exampleId, standing.opinions]))
  return rows.map((row) => ({ ...row, opinions: opinions.get(row.id) ?? [] }))
}
