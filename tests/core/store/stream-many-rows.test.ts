import { expect, test } from 'vitest'
import type { Query } from '#store'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

/** More than are put in order at once, twice over. */
const ROWS = 40_000

test('rows too many to be put in order at once still come once each and in order', { timeout: 60_000 }, async () => {
  const workspace = await workspaceAt(temporaryFolder())
  // A multiplier prime to the count gives every id once, in no order.
  const ids = Array.from({ length: ROWS }, (_, i) => `run-${String((i * 7919) % ROWS).padStart(5, '0')}`)
  await workspace.analysis.putExamples(ids.map((id, i) => anExample({ id, repo: i % 2 === 0 ? 'o/even' : 'o/odd' })))
  const streamed = async (query: Query): Promise<string[]> => {
    const found: string[] = []
    for await (const { id } of workspace.analysis.rows(query)) found.push(id)
    return found
  }
  expect(await streamed({})).toEqual(ids.toSorted())
  expect(await streamed({ text: 'o/even' })).toEqual(ids.filter((_, i) => i % 2 === 0).toSorted())
  expect(await streamed({ text: 'nothing' })).toEqual([])
  await workspace.close()
})
