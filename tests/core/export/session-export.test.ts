import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFolder } from '#export'
import { buildR3 } from '../../support/rows.ts'
import { rowsOf } from '../../support/trainers/strict.ts'
import { readSession } from '../../support/trainers/sts.ts'
import { exportOf, file, finish, freshFolder, planOf } from './export-desk.ts'

const runs = ['run-1', '../Run 2'].map((id) => file(buildR3({ trajectory_id: id })))

const sessionsIn = async (out: string) => (await readdir(out)).filter((name) => name.endsWith('.session.jsonl')).sort()

/** What is wrong with files and rows. */
async function problemsOf(out: string): Promise<string[]> {
  const checking = verifyFolder(out)
  let step = await checking.next()
  while (!step.done) step = await checking.next()
  return step.value.problems.list.flatMap(({ kind, where }) => (kind === 'file' || kind === 'row' ? [String(where)] : []))
}

test('each run is a file the viewer reads, which the folder proves, and the next export replaces', async () => {
  const out = await freshFolder()
  await finish(exportOf(runs, out, { plan: planOf('sts') }))
  const names = await sessionsIn(out)
  expect(names).toEqual(['run-1.session.jsonl', expect.stringMatching(/^un_2~[0-9a-f]{16}\.session\.jsonl$/)])
  const sessions = await Promise.all(names.map(async (name) => readSession(rowsOf(await readFile(join(out, name), 'utf8')), name)))
  expect(sessions.map(({ id, messages }) => [id, messages.length])).toEqual([
    ['run-1', 7],
    ['../Run 2', 7],
  ])
  expect(await problemsOf(out)).toEqual([])
  await appendFile(join(out, 'run-1.session.jsonl'), '\n')
  expect(await problemsOf(out)).toEqual(['run-1.session.jsonl'])
  await finish(exportOf(runs.slice(0, 1), out, { plan: planOf('sts') }))
  expect([await sessionsIn(out), await problemsOf(out)]).toEqual([['run-1.session.jsonl'], []])
})
