import { type ExampleEdits, NO_EDITS } from '#record'
import { projectStandings } from '#review'
import type { Desk } from '../desk.ts'

/** What people's standing edits of an example are, about whichever bytes. */
export function standingEdits({ session }: Pick<Desk, 'session'>, id: string): ExampleEdits {
  return projectStandings(session.workspace.record.ledgerOf(id)).get(id)?.edits ?? NO_EDITS
}
