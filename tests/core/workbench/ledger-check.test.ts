import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openWorkbench } from '../../support/open-workbench.ts'
import { chain, draft } from '../review/ledger-builder.ts'
import { workspaceAt } from '../store/workspace-builder.ts'

test('a damaged ledger is named entry by entry, and its workspace still opens and goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const workspacePath = join(folder, 'workspace')
  const recipeHash = 'a'.repeat(64)
  const { record, close } = await workspaceAt(workspacePath)
  record.appendEntries(
    chain(draft('accept', { recipeHash }), draft('reject', { reviewer: 'bo' }), draft('tag', { value: 't' }), draft('flag')),
  )
  await close()
  tamper(workspacePath, "UPDATE ledger SET entry = replace(entry, 'reject', 'accept') WHERE seq = 2")
  tamper(workspacePath, 'UPDATE ledger SET entry = substr(entry, 2) WHERE seq = 3')

  const bench = await openWorkbench({ workspacePath })
  onTestFinished(() => bench.remove())
  expect((await bench.client.workspace.info()).trouble).toMatchObject({ kind: 'workspace-damaged', culprit: 'ledger entry 3' })
  expect(await bench.client.review.check()).toMatchObject({
    ok: false,
    entries: 4,
    problems: [
      { seq: 2, problem: 'Entry 2 was changed: its hash does not fit its content.' },
      { seq: 3, problem: 'Entry 3 was changed: it is no entry any more.' },
    ],
    reviewers: [
      { reviewer: 'ana', entries: 2 },
      { reviewer: 'bo', entries: 1 },
    ],
    recipes: [
      { hash: null, name: null, entries: 2 },
      { hash: recipeHash, name: null, entries: 1 },
    ],
  })
})

/** Changes the file behind the store's back, as somebody with a database tool would. */
function tamper(workspacePath: string, sql: string): void {
  const db = new DatabaseSync(join(workspacePath, 'workspace.sqlite'))
  db.exec('PRAGMA ignore_check_constraints = ON; DROP TRIGGER IF EXISTS ledger_keeps; DROP INDEX IF EXISTS ledger_example')
  db.exec(sql)
  db.close()
}
