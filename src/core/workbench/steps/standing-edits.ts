import type { ExampleEdits } from '#record'
import { editsAbout } from '#review'
import type { Desk } from '../desk.ts'

/** What people's standing edits of an example are: about its row as it is, where any are, else about the bytes spoken of last. */
export function standingEdits({ session }: Pick<Desk, 'session'>, id: string): ExampleEdits {
  const { record } = session.workspace
  return editsAbout(record.ledgerOf(id), record.place(id)?.contentHash)
}
