import { type ExampleRow, fault } from '#record'
import type { Desk } from '../desk.ts'
import { recipeInForce } from '../recipe-in-force.ts'

/** Names the state of the table that rows are chosen from: another once rows came or went, or a recipe judged them. What people say is not in it. */
export async function tableStamp(desk: Desk): Promise<string> {
  const { record, analysis } = desk.session.workspace
  const { measured } = await analysis.counts()
  const sources = record.sources().map(({ id, revision, examples }) => [id, revision, examples])
  return JSON.stringify([await analysis.judgedBy(), (await recipeInForce(desk)).hash, measured, sources])
}

/**
 * Rows of the state that was stamped. They come from one snapshot, so one look behind the first of them is enough: what changes later is in none.
 *
 * @throws FaultError `conflict` when the table changed since
 */
export async function* rowsOfState(desk: Desk, rows: AsyncIterable<ExampleRow>, stamp: string): AsyncGenerator<ExampleRow> {
  let isSure = false
  for await (const row of rows) {
    if (!isSure && (await tableStamp(desk)) !== stamp) throw tableChanged()
    isSure = true
    yield row
  }
}

/** What a person is told. */
export function tableChanged(): Error {
  return fault('conflict', 'Rows were added, measured or removed, or a recipe was applied, while the export began; nothing was written.', {
    remedy: 'Wait until that is done, look at the preview again, then export.',
  })
}
