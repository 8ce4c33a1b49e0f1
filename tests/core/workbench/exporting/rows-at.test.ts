import { expect, test } from 'vitest'
import type { ExampleRow, LedgerEntry } from '#record'
import { rowsAt } from '../../../../src/core/workbench/exporting/rows-at.ts'
import { buildExampleRow } from '../../../support/build-example-row.ts'

const entry = (exampleId: string, kind: LedgerEntry['kind']) => ({ exampleId, kind }) as LedgerEntry

async function read(said: LedgerEntry[]): Promise<ExampleRow[]> {
  const ledger: LedgerEntry[] = []
  const state = { ledger: [...ledger], standings: new Map() }
  const rejected: Partial<ExampleRow> = { decision: 'reject', reviewer: 'bob', decidedBy: ['bob'], verdict: 'keep', outcome: 'drop' }
  async function* rows() {
    yield buildExampleRow({ id: 'a', ...rejected })
    ledger.push(...said)
    yield buildExampleRow({ id: 'b', ...rejected })
    yield buildExampleRow({ id: 'c', ...rejected })
  }
  const seen: ExampleRow[] = []
  for await (const row of rowsAt(rows(), state, { ledger })) seen.push(row)
  return seen
}

test('what is said while rows are read is not said yet', async () => {
  const [a, b, c] = await read([entry('b', 'reject')])
  expect([a?.decision, c?.decision]).toEqual(['reject', 'reject'])
  expect(b).toMatchObject({ decision: null, reviewer: null, decidedBy: [], outcome: 'keep' })
})

test('an undo, which may be of a whole batch, is not said yet of any', async () => {
  const rows = await read([entry('b', 'undo')])
  expect(rows.map(({ decision }) => decision)).toEqual(['reject', null, null])
})
