import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import type { exportPlan } from '#contract'
import { verifyFolder } from '#export'
import { faultOf } from '../../../support/fault-of.ts'
import { openWithRuns } from '../../../support/open-with-runs.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { buildMessage, buildR3 } from '../../../support/rows.ts'
import { asJsonl } from '../../../support/rows-on-disk.ts'

type Plan = Omit<z.input<typeof exportPlan>, 'target'> & { target: 'preference' | 'pretokenized' | 'trl' | 'tutorial' }

const KEEP_ALL = 'name: all\nsteps:\n  - rule: resolved-label\n    keep: [1, 0, -1]\n'
const KEEP_NONE = 'name: none\nsteps:\n  - rule: resolved-label\n    keep: [0]\n'
const ACCEPTED: Plan['choice'] = { selection: {}, queue: null, outcome: 'accepted', caps: [], mixture: null, limit: null, seed: 0 }

let bench: Awaited<ReturnType<typeof openWithRuns>>
let exports = 0

beforeAll(async () => {
  bench = await openWithRuns(['run-a', 'run-b', 'run-c', 'run-d'])
  await bench.client.recipe.apply({ text: KEEP_ALL })
})
afterAll(() => bench?.remove())

const hashOf = async (plan: Plan) => (await bench.client.export.preview(plan)).chosenHash

/** Runs an export while something else is done as soon as it was asked for, or behind its first news. */
async function runWhile(plan: Plan, when: 'asked' | 'writing', meanwhile: () => Promise<unknown> = async () => undefined): Promise<string> {
  exports += 1
  const out = join(bench.folder, `run-${exports}`)
  const events = (await bench.client.export.run({ ...plan, out }))[Symbol.asyncIterator]()
  const first = events.next()
  if (when === 'writing') await first
  const other = meanwhile()
  await first
  while (!(await events.next()).done);
  await other
  return out
}

async function problemsOf(dir: string): Promise<string[]> {
  const checking = verifyFolder(dir)
  for (;;) {
    const step = await checking.next()
    if (step.done) return step.value.problems.list.map(({ message }) => message)
  }
}

async function bytesOf(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name), 'hex')] as const)))
}

it('options and policies a target does not know change no hash and no byte', async () => {
  const plain: Plan = { target: 'tutorial' }
  const loud: Plan = {
    ...plain,
    options: { arguments: 'string', contextLength: 9, template: 'f'.repeat(64), withReferencePatch: true, withParquet: true },
    policies: { reasoning: 'drop', masks: 'refuse', overlong: 'leave-out', lost: 'refuse' },
  }
  expect(await hashOf(loud)).toBe(await hashOf(plain))
  expect(await bytesOf(await runWhile(loud, 'asked'))).toEqual(await bytesOf(await runWhile(plain, 'asked')))
  expect(await hashOf({ ...loud, target: 'trl' })).not.toBe(await hashOf({ target: 'trl' }))
})

it('one mask instead of another is another choice, and a remark is none', async () => {
  const edit = (edits: Parameters<typeof bench.client.step.edit>[0]['edits']) =>
    bench.client.step.edit({ id: 'run-a', reviewer: 'ana', edits })
  await edit([{ kind: 'mask', messages: [2] }])
  const before = await hashOf({ target: 'trl' })
  await bench.client.review.decide({ id: 'run-a', kind: 'note', note: 'hm', reviewer: 'ana' })
  expect(await hashOf({ target: 'trl' })).toBe(before)
  await edit([
    { kind: 'unmask', messages: [2] },
    { kind: 'mask', messages: [4] },
  ])
  expect(await hashOf({ target: 'trl' })).not.toBe(before)
})

it('where people alone let examples leave, the numbers of the preview add up', async () => {
  await bench.client.review.decide({ id: 'run-b', kind: 'accept', reviewer: 'ana' })
  const shown = await bench.client.export.preview({ target: 'trl', choice: ACCEPTED })
  const { byRecipe, acceptedWith, acceptedAgainst, rejectedWith, rejectedAgainst, undecidedDropped, undecidedSilent } = shown
  expect(shown).toMatchObject({ total: 4, leaving: 1, chosen: 1 })
  expect(acceptedWith + acceptedAgainst).toBe(shown.leaving)
  expect(byRecipe + shown.leaving + rejectedWith + rejectedAgainst + undecidedDropped + undecidedSilent).toBe(shown.total)
})

it('what people decide while it runs is in no file', async () => {
  const before = await runWhile({ target: 'trl' }, 'asked')
  const reject = () => bench.client.review.decide({ id: 'run-d', kind: 'reject', reviewer: 'bo' })
  const during = await runWhile({ target: 'trl' }, 'writing', reject)
  expect(await bytesOf(during)).toEqual(await bytesOf(before))
  expect(await problemsOf(during)).toEqual([])
})

it('a recipe applied while it runs is in no file, or the export is refused; never is it half', async () => {
  const before = await runWhile({ target: 'trl' }, 'asked')
  const during = await runWhile({ target: 'trl' }, 'writing', () => bench.client.recipe.apply({ text: KEEP_NONE }))
  expect(await bytesOf(during)).toEqual(await bytesOf(before))
  for (const text of [KEEP_ALL, KEEP_NONE, KEEP_ALL]) {
    const run = runWhile({ target: 'trl' }, 'asked', () => bench.client.recipe.apply({ text }))
    const out = await run.catch(async () => {
      expect(await faultOf(run)).toMatchObject({ kind: 'conflict' })
      return null
    })
    expect(out === null ? [] : await problemsOf(out)).toEqual([])
  }
})

it('an export does not go beside a workspace’s own files, nor to a path that is none', async () => {
  const to = (out: string) => faultOf(bench.client.export.run({ target: 'trl', out }).then(lastEvent))
  expect(await to(join(bench.folder, 'workspace'))).toMatchObject({ kind: 'conflict', culprit: join(bench.folder, 'workspace') })
  for (const out of ['here', ' ', '/a\0b']) expect(await to(out)).toMatchObject({ kind: 'bad-input', culprit: out })
})

it('pairs are proved by the workspace that made them, and an export of none says so', async () => {
  const none = await bench.client.export.preview({ target: 'preference' })
  expect(none.warnings).toContain('Nothing leaves: there is nothing to choose from.')
  const file = join(bench.folder, 'more.jsonl')
  const saying = (text: string) => [buildMessage('user', 'Fix the bug.'), buildMessage('assistant', text)]
  const attempts = ['one', 'two', 'three'].map((name) =>
    buildR3({ trajectory_id: name, messages: saying(name), instance_id: 'owner__repo-9' }),
  )
  await writeFile(file, asJsonl(attempts))
  await lastEvent(await bench.client.source.add({ source: file }))
  const pair = (chosen: string, rejected: string) => bench.client.sibling.pair({ chosen, rejected, reviewer: 'ana' })
  await pair('one', 'two')
  await pair('one', 'three')
  const out = await runWhile({ target: 'preference' }, 'writing', () => pair('two', 'three'))
  const verified = async () => lastEvent(await bench.client.export.verify({ dir: out }))
  expect(await bytesOf(out)).toHaveProperty('train.jsonl')
  expect(await problemsOf(out)).toEqual([])
  expect(await verified()).toMatchObject({ result: { by: 'workspace', rows: 2, problems: [{ kind: 'decision' }], more: 0 } })
  await bench.client.sibling.unpair({ chosen: 'two', rejected: 'three', reviewer: 'ana' })
  expect(await problemsOf(await runWhile({ target: 'preference' }, 'asked'))).toEqual([])
})

it('a preview warns of token ids that no trainer’s model reads, as the run does', async () => {
  const warned = async (target: Plan['target']) =>
    (await bench.client.export.preview({ target })).warnings.filter((warning) => warning.startsWith('Token ids are by'))
  expect([await warned('pretokenized'), await warned('trl')]).toEqual([[expect.stringContaining('o200k_base')], []])
})
