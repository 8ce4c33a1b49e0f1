import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { checkChain } from '#review'
import { chain, draft } from '../review/ledger-builder.ts'
import { addSource, aRow, temporaryFolder, workspaceAt } from './workspace-builder.ts'

test('entries come back as they were written, and the chain holds after a reopen', async () => {
  const folder = temporaryFolder()
  const entries = chain(
    draft('accept', { note: 'NUL \0, lone \ud800, <b>, \u202e' }),
    draft('reject', { exampleId: '__proto__', reason: 'wrong-fix' }),
    draft('undo', { undoes: 1 }),
  )
  const first = await workspaceAt(folder)
  expect(first.record.ledgerHead()).toBeNull()
  first.record.appendEntries(entries.slice(0, 1))
  first.record.appendEntries(entries.slice(1))
  await first.close()
  const { record } = await workspaceAt(folder)
  expect(record.ledger({ afterSeq: 0, limit: 10 })).toEqual(entries)
  expect(record.ledger({ afterSeq: 1, limit: 1 })).toEqual(entries.slice(1, 2))
  expect(record.recentEntries({ beforeSeq: null, limit: 2 })).toEqual([entries[2], entries[1]])
  expect(record.recentEntries({ beforeSeq: 2, limit: 2 })).toEqual([entries[0]])
  expect(record.ledgerOf('e1').map(({ seq }) => seq)).toEqual([1, 3])
  expect(record.ledgerOf('__proto__').map(({ seq }) => seq)).toEqual([2])
  expect(record.ledgerHead()).toEqual({ seq: 3, hash: entries[2]?.hash, time: entries[2]?.time })
  expect(checkChain(record.ledger({ afterSeq: 0, limit: 10 })).ok).toBe(true)
})

test('an entry that does not follow the newest is a conflict, and nothing of the batch is kept', async () => {
  const { record } = await workspaceAt(temporaryFolder())
  const mine = chain(draft('accept'), draft('clear'))
  const theirs = chain(draft('reject'), draft('clear'))
  record.appendEntries(mine.slice(0, 1))
  const refused = { fault: expect.objectContaining({ kind: 'conflict', culprit: 'ledger entry 2' }) }
  expect(() => record.appendEntries(theirs.slice(1))).toThrow(expect.objectContaining(refused))
  expect(() => record.appendEntries([...mine.slice(1), ...theirs.slice(1)])).toThrow(expect.objectContaining(refused))
  expect(() => record.appendEntries(mine.slice(0, 1))).toThrow('was not added')
  expect(record.ledgerHead()?.seq).toBe(1)
})

test('no SQL can change or remove an entry', async () => {
  const folder = temporaryFolder()
  const workspace = await workspaceAt(folder)
  workspace.record.appendEntries(chain(draft('accept')))
  await workspace.close()
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  expect(() => db.exec('DELETE FROM ledger')).toThrow('never removed')
  expect(() => db.exec("UPDATE ledger SET entry = '{}'")).toThrow('never changed')
  expect(() => db.exec(`INSERT OR REPLACE INTO ledger VALUES (1, '{"seq":1}')`)).toThrow('does not follow')
  db.close()
})

test('removing a source removes its rows and never a decision', async () => {
  const workspace = await workspaceAt(temporaryFolder())
  const { record } = workspace
  const source = addSource(workspace)
  record.putRows(source, { path: 'a.jsonl', nextRow: 1, isDone: true, isIndexed: true }, [aRow()], [])
  record.appendEntries(chain(draft('accept')))
  record.removeSource(source)
  expect(record.sources()).toEqual([])
  expect(record.exampleCount()).toBe(0)
  expect(record.bodiesAfter(null, 9)).toEqual([])
  expect(record.ledgerOf('e1')).toHaveLength(1)
})

test('an entry damaged on disk is named', async () => {
  const folder = temporaryFolder()
  const workspace = await workspaceAt(folder)
  workspace.record.appendEntries(chain(draft('accept')))
  await workspace.close()
  const db = new DatabaseSync(join(folder, 'workspace.sqlite'))
  db.exec(
    'DROP TRIGGER ledger_keeps; DROP INDEX ledger_example; PRAGMA ignore_check_constraints = ON; UPDATE ledger SET entry = \'{"seq":1\'',
  )
  db.close()
  const { record } = await workspaceAt(folder)
  expect(() => record.ledger({ afterSeq: 0, limit: 9 })).toThrow('Ledger entry 1 is damaged')
})
